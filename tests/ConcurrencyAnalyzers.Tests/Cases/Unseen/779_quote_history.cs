// The dictionary lookup is locked, but the list it finds is the live one that Append goes on changing. difficulty: medium
namespace Cases.U779;

public sealed class QuoteHistory
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<decimal>> _bySymbol = [];

    public void Append(string symbol, decimal price)
    {
        lock (_gate)
        {
            if (!_bySymbol.TryGetValue(symbol, out List<decimal>? prices))
            {
                _bySymbol[symbol] = prices = [];
            }
            prices.Add(price);
        }
    }

    public IReadOnlyList<decimal> Of(string symbol)
    {
        lock (_gate)
        {
            return _bySymbol.TryGetValue(symbol, out List<decimal>? prices) ? prices : []; // expect: ESCAPES_LOCK
        }
    }

    public int SymbolCount
    {
        get
        {
            lock (_gate)
            {
                return _bySymbol.Count;
            }
        }
    }
}

public sealed class SpreadReport(QuoteHistory history)
{
    public async Task<decimal> WatchAsync(string symbol, Func<Task<decimal>> nextPrice, int ticks)
    {
        Task feed = Task.Run(async () =>
        {
            for (int i = 0; i < ticks; i++)
            {
                history.Append(symbol, await nextPrice());
            }
        });
        decimal widest = 0;
        while (!feed.IsCompleted)
        {
            widest = Math.Max(widest, Spread(symbol));
            await Task.Delay(10);
        }
        await feed;
        return widest;
    }

    private decimal Spread(string symbol)
    {
        IReadOnlyList<decimal> prices = history.Of(symbol);
        return prices.Count == 0 ? 0 : prices.Max() - prices.Min(); // expect: RACE?, INCONSISTENT_LOCK?, ESCAPES_LOCK?
    }
}
