// Lookups and refreshes hold the semaphore; the handler of the closing event clears the sheet without it. difficulty: hard
namespace Cases.U769;

public interface IMarketCalendar
{
    event EventHandler<DateOnly>? Closed;
}

public interface IRateFeed
{
    Task<IReadOnlyDictionary<string, decimal>> FetchAsync(CancellationToken cancel);
}

public sealed class ExchangeRates : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, decimal> _rates = [];
    private readonly IRateFeed _feed;
    private readonly IMarketCalendar _calendar;
    private DateTimeOffset _asOf;

    public ExchangeRates(IRateFeed feed, IMarketCalendar calendar)
    {
        _feed = feed;
        _calendar = calendar;
        _calendar.Closed += OnClosed;
    }

    public async Task<decimal?> RateAsync(string pair, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (DateTimeOffset.UtcNow - _asOf > TimeSpan.FromMinutes(5))
            {
                await RefreshAsync(cancel).ConfigureAwait(false);
            }
            return _rates.TryGetValue(pair, out decimal rate) ? rate : null;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task<string[]> PairsAsync(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            return [.. _rates.Keys];
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _calendar.Closed -= OnClosed;

    private async Task RefreshAsync(CancellationToken cancel)
    {
        var fetched = await _feed.FetchAsync(cancel).ConfigureAwait(false);
        _rates.Clear();
        foreach (var (pair, rate) in fetched)
        {
            _rates[pair] = rate;
        }
        _asOf = DateTimeOffset.UtcNow;
    }

    private void OnClosed(object? sender, DateOnly day)
    {
        _rates.Clear(); // expect: INCONSISTENT_LOCK#1, RACE?
        _asOf = DateTimeOffset.MinValue; // expect: INCONSISTENT_LOCK#1, RACE?, NON_ATOMIC?
    }
}
