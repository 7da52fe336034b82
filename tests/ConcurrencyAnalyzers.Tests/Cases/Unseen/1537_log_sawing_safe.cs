// Divides a tree trunk at its knots and lets the price of every piece be asked for while the next piece is measured. difficulty: medium
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1537;

public sealed record TrunkPiece(double From, double To)
{
    public double Length => To - From;
}

public sealed class TrunkDivision(Func<TrunkPiece, decimal> priceOf)
{
    public async Task<decimal> ValueAsync(double length, IEnumerable<double> knots)
    {
        var prices = new List<Task<decimal>>();
        double start = 0;
        foreach (double knot in knots)
        {
            if (knot <= start)
            {
                continue;
            }
            prices.Add(Ask(new TrunkPiece(start, knot)));
            start = knot;
        }
        if (start < length)
        {
            prices.Add(Ask(new TrunkPiece(start, length)));
        }

        decimal value = 0;
        foreach (decimal price in await Task.WhenAll(prices))
        {
            value += price;
        }
        return value;
    }

    private Task<decimal> Ask(TrunkPiece piece) =>
        Task.Factory.StartNew(
            state => priceOf((TrunkPiece)state!),
            piece,
            CancellationToken.None,
            TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default);
}
