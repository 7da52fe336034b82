// The quality figures of soap batches are summed up in a parallel aggregation with one record for each partition. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;

namespace Menagerie.M1488;

public sealed record SoapBatch(string Scent, double Acidity, int Bars);

public sealed class SoapStatistics
{
    private readonly SortedDictionary<string, int> _barsByScent = new();
    private double _worst = double.NegativeInfinity;
    private int _batches;

    public SoapStatistics Include(SoapBatch batch)
    {
        _batches++;
        _worst = Math.Max(_worst, batch.Acidity);
        AddBars(batch.Scent, batch.Bars);
        return this;
    }

    public SoapStatistics Merge(SoapStatistics other)
    {
        _batches += other._batches;
        _worst = Math.Max(_worst, other._worst);
        foreach (var (scent, bars) in other._barsByScent)
        {
            AddBars(scent, bars);
        }
        return this;
    }

    public override string ToString() =>
        $"{_batches} batches, worst {_worst:f1}: {string.Join(", ", _barsByScent.Select(e => $"{e.Value} {e.Key}"))}";

    private void AddBars(string scent, int bars)
    {
        _barsByScent.TryGetValue(scent, out int known);
        _barsByScent[scent] = known + bars;
    }
}

public static class SoapWorks
{
    public static string Report(IEnumerable<string> files, Func<string, SoapBatch> load) =>
        files
            .AsParallel()
            .Select(load)
            .Aggregate(
                () => new SoapStatistics(),
                (statistics, batch) => statistics.Include(batch),
                (left, right) => left.Merge(right),
                statistics => statistics.ToString());
}
