// An Orleans grain handles one call at a time.
using Orleans;

namespace Orleans
{
    public interface IGrain;

    public abstract class Grain : IGrain;
}

namespace Cases.F053
{
    public sealed class CounterGrain : Grain
    {
        private readonly Dictionary<string, int> _counts = new();

        public Task Add(string key)
        {
            _counts.TryGetValue(key, out var count);
            _counts[key] = count + 1;
            return Task.CompletedTask;
        }

        public Task<int> Get(string key) => Task.FromResult(_counts.GetValueOrDefault(key));
    }
}
