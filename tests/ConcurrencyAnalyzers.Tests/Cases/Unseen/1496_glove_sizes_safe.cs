// Hand scans are sorted into glove sizes by parallel workers, each of which keeps a chart of its own until the end. difficulty: hard
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1496;

public sealed class SizeChart
{
    private readonly SortedDictionary<double, int> _pairs = new();

    public int Scans { get; private set; }

    public IEnumerable<KeyValuePair<double, int>> Pairs => _pairs;

    public void Count(double size, int pairs = 1)
    {
        Scans++;
        _pairs[size] = _pairs.GetValueOrDefault(size) + pairs;
    }
}

public sealed class GloveMaker
{
    private readonly Func<string, double> _measureMillimetres;

    public GloveMaker(Func<string, double> measureMillimetres) => _measureMillimetres = measureMillimetres;

    public string Plan(IEnumerable<string> scans)
    {
        using var charts = new ThreadLocal<SizeChart>(() => new SizeChart(), trackAllValues: true);
        Parallel.ForEach(scans, scan =>
        {
            double millimetres = _measureMillimetres(scan);
            charts.Value!.Count(ToSize(millimetres));
        });

        var total = new SizeChart();
        int scanned = 0;
        foreach (var chart in charts.Values)
        {
            scanned += chart.Scans;
            foreach (var (size, pairs) in chart.Pairs)
            {
                total.Count(size, pairs);
            }
        }
        return $"{scanned} scans: {string.Join(", ", total.Pairs.Select(entry => $"{entry.Value} of {entry.Key:f1}"))}";
    }

    private static double ToSize(double millimetres) => Math.Round(millimetres / 27.07 * 2) / 2;
}
