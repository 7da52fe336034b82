// Get moves the node to the front of the linked list, which is a write, while it holds only the read lock; difficulty: hard
using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U890
{
    public sealed class LruCache<TKey, TValue> where TKey : notnull
    {
        private readonly ReaderWriterLockSlim _lock = new ReaderWriterLockSlim();
        private readonly Dictionary<TKey, LinkedListNode<KeyValuePair<TKey, TValue>>> _nodes = new();
        private readonly LinkedList<KeyValuePair<TKey, TValue>> _order = new();
        private readonly int _capacity;

        public LruCache(int capacity) => _capacity = capacity;

        public bool TryGet(TKey key, out TValue? value)
        {
            _lock.EnterReadLock(); // expect: INCONSISTENT_LOCK?, SYNC_PRIMITIVE?, RACE?
            try
            {
                if (!_nodes.TryGetValue(key, out var node))
                {
                    value = default;
                    return false;
                }
                _order.Remove(node); // expect: INCONSISTENT_LOCK#1, RACE?, SYNC_PRIMITIVE?
                _order.AddFirst(node); // expect: INCONSISTENT_LOCK#1, RACE?, SYNC_PRIMITIVE?
                value = node.Value.Value;
                return true;
            }
            finally
            {
                _lock.ExitReadLock();
            }
        }

        public void Put(TKey key, TValue value)
        {
            _lock.EnterWriteLock();
            try
            {
                if (_nodes.Remove(key, out var old))
                {
                    _order.Remove(old);
                }
                _nodes[key] = _order.AddFirst(new KeyValuePair<TKey, TValue>(key, value));
                if (_nodes.Count > _capacity)
                {
                    var last = _order.Last!;
                    _order.RemoveLast();
                    _nodes.Remove(last.Value.Key);
                }
            }
            finally
            {
                _lock.ExitWriteLock();
            }
        }
    }

    public static class Program
    {
        public static void Main(string[] args)
        {
            var cache = new LruCache<string, long>(64);
            Parallel.ForEach(args, path =>
            {
                if (!cache.TryGet(path, out long size))
                {
                    size = new FileInfo(path).Length;
                    cache.Put(path, size); // expect: CHECK_THEN_ACT?
                }
                Console.WriteLine(path + " " + size);
            });
        }
    }
}
