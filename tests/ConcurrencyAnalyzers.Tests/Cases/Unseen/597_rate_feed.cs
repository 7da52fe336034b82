// Exchange rates are refreshed by an async handler of a feed that ticks on pool threads.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U597;

public sealed class RateChangedEventArgs : EventArgs
{
    public RateChangedEventArgs(string pair) => Pair = pair;

    public string Pair { get; }
}

public sealed class RateFeed : IDisposable
{
    private static readonly string[] s_pairs = { "EURUSD", "GBPUSD", "USDJPY" };
    private readonly Timer _timer;

    public RateFeed() => _timer = new Timer(OnTick, null, 100, 100);

    public event EventHandler<RateChangedEventArgs>? RateChanged;

    private void OnTick(object? state)
    {
        foreach (var pair in s_pairs)
        {
            RateChanged?.Invoke(this, new RateChangedEventArgs(pair));
        }
    }

    public void Dispose() => _timer.Dispose();
}

public sealed class CurrencyBoard
{
    private readonly Dictionary<string, decimal> _rates = new();
    private readonly Func<string, Task<decimal>> _fetch;

    public CurrencyBoard(RateFeed feed, Func<string, Task<decimal>> fetch)
    {
        _fetch = fetch;
        feed.RateChanged += OnRateChanged;
    }

    public decimal[] Convert(string pair, IEnumerable<decimal> amounts)
    {
        return amounts.Select(amount => amount * RateOf(pair)).ToArray();
    }

    private decimal RateOf(string pair) =>
        _rates.TryGetValue(pair, out var rate) ? rate : 1m; // expect: RACE?

    private async void OnRateChanged(object? sender, RateChangedEventArgs e)
    {
        try
        {
            var rate = await _fetch(e.Pair);
            _rates[e.Pair] = rate; // expect: RACE
        }
        catch (Exception ex)
        {
            Console.Error.WriteLine($"{e.Pair}: {ex.Message}");
        }
    }
}
