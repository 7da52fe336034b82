using System;
using System.Collections.Concurrent;
using System.Threading.Tasks;

namespace Orleans.Runtime
{
    public interface IGrainExtension;
}

namespace Cases.R338
{
    public sealed record Load(DateTime Time, int Requests);

    public interface ISource
    {
        Task<Load> AskAsync(string silo);
    }

    // Calls come in turns: from one await to the next no other member is at work, whatever collection the state is kept in.
    public sealed class Loads(ISource source) : Orleans.Runtime.IGrainExtension
    {
        private readonly ConcurrentDictionary<string, Load> _newest = new();

        public Task ReportAsync(string silo, Load load)
        {
            Keep(silo, load);
            return Task.CompletedTask;
        }

        public async Task RefreshAsync(string silo)
        {
            var load = await source.AskAsync(silo);
            Keep(silo, load);
        }

        public Task ForgetAsync(string silo)
        {
            _newest.TryRemove(silo, out _);
            return Task.CompletedTask;
        }

        private void Keep(string silo, Load load)
        {
            if (_newest.TryGetValue(silo, out var former) && former.Time > load.Time)
                return;
            _newest[silo] = load;
        }
    }
}
