// A PeriodicTimer loop cannot overlap itself: the plain dictionary belongs to the loop, which publishes copies. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U674;

public sealed record Usage(string Customer, long Units);

public sealed class UsageAggregator : IAsyncDisposable
{
    private readonly ConcurrentQueue<Usage> _inbox = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, long> _totals = new(StringComparer.Ordinal);
    private readonly TimeSpan _period;
    private readonly Task _loop;
    private volatile IReadOnlyDictionary<string, long> _published = new Dictionary<string, long>();

    public UsageAggregator(TimeSpan period)
    {
        _period = period;
        _loop = Task.Run(RunAsync);
    }

    public IReadOnlyDictionary<string, long> Totals => _published;

    public void Record(Usage usage) => _inbox.Enqueue(usage);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
        _stop.Dispose();
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(_period);
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token).ConfigureAwait(false))
            {
                Fold();
            }
        }
        catch (OperationCanceledException)
        {
            Fold();
        }
    }

    private void Fold()
    {
        bool changed = false;
        while (_inbox.TryDequeue(out var usage))
        {
            _totals[usage.Customer] = _totals.GetValueOrDefault(usage.Customer) + usage.Units;
            changed = true;
        }
        if (changed)
        {
            _published = new Dictionary<string, long>(_totals, StringComparer.Ordinal);
        }
    }
}
