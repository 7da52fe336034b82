// Truffle hunters deliver to the market from their own threads while a board shows the state of the day. difficulty: easy
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1443;

public sealed record Truffle(string Variety, int Grams, decimal Price);

public sealed class TruffleMarket
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _gramsByVariety = new();
    private decimal _turnover;

    public decimal Turnover
    {
        get
        {
            lock (_gate)
            {
                return _turnover;
            }
        }
    }

    public void Deliver(Truffle truffle)
    {
        lock (_gate)
        {
            _gramsByVariety.TryGetValue(truffle.Variety, out int grams);
            _gramsByVariety[truffle.Variety] = grams + truffle.Grams;
            _turnover += truffle.Price;
        }
    }

    public string Board()
    {
        var parts = _gramsByVariety.Select(entry => $"{entry.Key} {entry.Value} g"); // expect: INCONSISTENT_LOCK#1, RACE?
        return $"{Turnover:c}: {string.Join(", ", parts)}"; // expect: INCONSISTENT_LOCK#1, RACE?
    }
}

public static class MarketDay
{
    public static decimal Hold(params IEnumerable<Truffle>[] hunters)
    {
        var market = new TruffleMarket();
        var threads = new List<Thread>();
        foreach (var finds in hunters)
        {
            var thread = new Thread(() =>
            {
                foreach (var truffle in finds)
                {
                    market.Deliver(truffle);
                }
            });
            thread.Start();
            threads.Add(thread);
        }

        foreach (var thread in threads)
        {
            while (!thread.Join(TimeSpan.FromSeconds(1)))
            {
                Console.WriteLine(market.Board());
            }
        }
        return market.Turnover;
    }
}
