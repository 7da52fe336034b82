using System.Collections;
using ThreadTimer = System.Threading.Timer;

namespace Torture.Timers
{
    internal delegate ref int Picker<in T>(T item, params int[] rest) where T : class;

    [Serializable]
    internal partial class Cache<TKey, TValue> : IEnumerable<KeyValuePair<TKey, TValue>>, IDisposable
        where TKey : notnull
        where TValue : new()
    {
        private readonly Dictionary<TKey, (TValue Value, DateTime At)> _items = new();
        private readonly ReaderWriterLockSlim _lock = new();
        private readonly ThreadTimer _timer;
        private Guid _version;
        private decimal _hits;
        private static Cache<TKey, TValue>? s_shared;
        [ThreadStatic] private static int s_depth;

        public Cache() => _timer = new(_ => Sweep(), null, 0, 1000);

        public static Cache<TKey, TValue> Shared => s_shared ??= new Cache<TKey, TValue>();

        private void Sweep()
        {
            s_depth++;
            _lock.EnterWriteLock();
            try
            {
                foreach (var key in _items.Where(item => item.Value.At < DateTime.UtcNow).Select(item => item.Key).ToList())
                    _items.Remove(key);
            }
            finally { _lock.ExitWriteLock(); }
            _version = Guid.NewGuid();
        }

        public TValue Get(TKey key)
        {
            _hits += 1m;
            _lock.EnterUpgradeableReadLock();
            try
            {
                if (_items.TryGetValue(key, out var found) && found is { Value: { } value })
                    return value;
                _items[key] = (new TValue(), DateTime.UtcNow);
                return _items[key].Value;
            }
            finally { _lock.ExitUpgradeableReadLock(); }
        }

        public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator()
        {
            lock (_items)
                foreach (var (key, (value, _)) in _items)
                    yield return new(key, value);
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        void IDisposable.Dispose()
        {
            ThreadPool.QueueUserWorkItem(static state => ((ThreadTimer)state!).Dispose(), _timer);
            ThreadPool.QueueUserWorkItem(_ => { _hits = 0; _version = default; });
            _timer.Dispose();
        }

        public bool TryOnce(ref int flag)
        {
            if (Interlocked.CompareExchange(ref flag, 1, 0) != 0) return false;
            bool taken = false;
            try { Monitor.TryEnter(_items, 10, ref taken); while (!taken) Monitor.Wait(_items); Monitor.PulseAll(_items); }
            catch (SynchronizationLockException error) when (error.HResult != 0) { throw; }
            catch { return taken; }
            finally { if (taken) Monitor.Exit(_items); Volatile.Write(ref flag, 0); }
            return true;
        }
    }
}
