using System;
using System.Collections.Concurrent;
using System.Threading.Tasks;

namespace Windows.UI.Xaml
{
    public abstract class DependencyObject;
}

namespace Cases.R339
{
    public sealed record Load(DateTime Time, int Requests);

    public interface ISource
    {
        Task<Load> AskAsync(string silo);
    }

    // Calls come in turns, but what has been asked for is kept wherever the answer comes.
    public sealed class Loads(ISource source) : Windows.UI.Xaml.DependencyObject
    {
        private readonly ConcurrentDictionary<string, Load> _newest = new();

        public Task ReportAsync(string silo, Load load)
        {
            Keep(silo, load);
            return Task.CompletedTask;
        }

        public Task RefreshAsync(string silo) => Task.Run(async () =>
        {
            var load = await source.AskAsync(silo);
            Keep(silo, load);
        });

        public Task ForgetAsync(string silo)
        {
            _newest.TryRemove(silo, out _);
            return Task.CompletedTask;
        }

        private void Keep(string silo, Load load)
        {
            if (_newest.TryGetValue(silo, out var former) && former.Time > load.Time)
                return;
            _newest[silo] = load; // expect: CHECK_THEN_ACT
        }
    }
}
