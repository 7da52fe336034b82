// The tills of an espresso bar share a book with the bonus points of the customers' cards. difficulty: medium
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1457;

public sealed record BonusSale(string Card, int Cups, bool PayWithPoints);

public sealed class BonusBook
{
    private const int PointsForFreeCup = 10;
    private readonly object _gate = new();
    private readonly Dictionary<string, int> _points = new();

    public bool Apply(BonusSale sale)
    {
        int points = Points(sale.Card);
        if (!sale.PayWithPoints)
        {
            Store(sale.Card, points + sale.Cups); // expect: CHECK_THEN_ACT#1
            return true;
        }
        int price = sale.Cups * PointsForFreeCup;
        if (points < price)
        {
            return false;
        }
        Store(sale.Card, points - price); // expect: CHECK_THEN_ACT#1
        return true;
    }

    public int Points(string card)
    {
        Monitor.Enter(_gate);
        try
        {
            return _points.GetValueOrDefault(card);
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }

    private void Store(string card, int points)
    {
        Monitor.Enter(_gate);
        try
        {
            _points[card] = points; // expect: CHECK_THEN_ACT#1
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }
}

public sealed class EspressoBar
{
    private readonly BonusBook _book = new();

    public int Points(string card) => _book.Points(card);

    public int Serve(IEnumerable<IReadOnlyList<BonusSale>> tills)
    {
        int refused = 0;
        Parallel.ForEach(tills, till =>
        {
            foreach (var sale in till)
            {
                if (!_book.Apply(sale))
                {
                    Interlocked.Increment(ref refused);
                }
            }
        });
        return refused;
    }
}
