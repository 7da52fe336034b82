// Check and add happen under the upgradeable lock, which one thread holds at a time, and the add under the write lock; difficulty: medium
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U937
{
    public sealed class TypeRegistry
    {
        private readonly ReaderWriterLockSlim _lock = new ReaderWriterLockSlim();
        private readonly Dictionary<string, int> _ids = new Dictionary<string, int>();
        private int _nextId;

        public int IdOf(string name)
        {
            _lock.EnterReadLock();
            try
            {
                if (_ids.TryGetValue(name, out int known))
                {
                    return known;
                }
            }
            finally
            {
                _lock.ExitReadLock();
            }
            return Register(name);
        }

        private int Register(string name)
        {
            _lock.EnterUpgradeableReadLock();
            try
            {
                if (_ids.TryGetValue(name, out int known))
                {
                    return known;
                }
                _lock.EnterWriteLock();
                try
                {
                    int id = _nextId++;
                    _ids.Add(name, id);
                    return id;
                }
                finally
                {
                    _lock.ExitWriteLock();
                }
            }
            finally
            {
                _lock.ExitUpgradeableReadLock();
            }
        }
    }

    public static class Program
    {
        public static void Main()
        {
            var registry = new TypeRegistry();
            Parallel.For(0, 60, i =>
            {
                string name = "type" + i % 6;
                Console.WriteLine(name + " = " + registry.IdOf(name));
            });
        }
    }
}
