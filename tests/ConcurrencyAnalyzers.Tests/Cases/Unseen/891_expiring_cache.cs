// The helper is written for callers that hold the lock, and the timer callback calls it without; difficulty: hard
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U891
{
    public sealed class ExpiringCache : IAsyncDisposable
    {
        private readonly object _sync = new object();
        private readonly Dictionary<string, (string Value, DateTime Until)> _entries = new();
        private readonly Timer _sweeper;

        public ExpiringCache(TimeSpan sweepEvery)
        {
            _sweeper = new Timer(OnSweep, null, sweepEvery, sweepEvery);
        }

        public void Put(string key, string value, TimeSpan life)
        {
            lock (_sync)
            {
                if (_entries.Count > 1000)
                {
                    RemoveExpired(DateTime.UtcNow);
                }
                _entries[key] = (value, DateTime.UtcNow + life);
            }
        }

        public string? Get(string key)
        {
            lock (_sync)
            {
                return _entries.TryGetValue(key, out var e) && e.Until > DateTime.UtcNow ? e.Value : null;
            }
        }

        private void OnSweep(object? state)
        {
            RemoveExpired(DateTime.UtcNow); // expect: INCONSISTENT_LOCK#1, RACE?
        }

        private void RemoveExpired(DateTime now)
        {
            List<string> dead = _entries.Where(p => p.Value.Until <= now).Select(p => p.Key).ToList(); // expect: INCONSISTENT_LOCK#1, RACE?
            foreach (string key in dead)
            {
                _entries.Remove(key); // expect: INCONSISTENT_LOCK#1, RACE?
            }
        }

        public ValueTask DisposeAsync() => _sweeper.DisposeAsync();
    }

    public static class Program
    {
        public static async Task Main()
        {
            await using var cache = new ExpiringCache(TimeSpan.FromMilliseconds(20));
            for (int i = 0; i < 500; i++)
            {
                cache.Put("k" + i, "v" + i, TimeSpan.FromMilliseconds(15));
                await Task.Delay(1);
            }
            Console.WriteLine(cache.Get("k499"));
        }
    }
}
