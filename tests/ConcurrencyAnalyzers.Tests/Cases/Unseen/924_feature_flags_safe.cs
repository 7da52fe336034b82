// Copy on write: writers replace the dictionary under a lock, a published dictionary is never changed, readers take the volatile reference once; difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U924
{
    public sealed class FeatureFlags
    {
        private readonly object _writeLock = new object();
        private volatile Dictionary<string, bool> _flags = new Dictionary<string, bool>();

        public bool IsOn(string name)
        {
            return _flags.TryGetValue(name, out bool on) && on;
        }

        public void Set(string name, bool on)
        {
            lock (_writeLock)
            {
                var next = new Dictionary<string, bool>(_flags);
                next[name] = on;
                _flags = next;
            }
        }

        public IEnumerable<string> Enabled()
        {
            Dictionary<string, bool> flags = _flags;
            return flags.Where(p => p.Value).Select(p => p.Key);
        }
    }

    public static class Program
    {
        public static async Task Main()
        {
            var flags = new FeatureFlags();
            Task admin = Task.Run(async () =>
            {
                for (int i = 0; i < 50; i++)
                {
                    flags.Set("feature" + i % 5, i % 2 == 0);
                    await Task.Delay(1).ConfigureAwait(false);
                }
            });
            while (!admin.IsCompleted)
            {
                Console.WriteLine(flags.IsOn("feature1") + " " + string.Join(",", flags.Enabled()));
                await Task.Delay(2);
            }
            await admin;
        }
    }
}
