using System.Diagnostics;
using System.Globalization;

namespace ConcurrencyAnalyzers.Workers.Benchmarks;

/// <summary>How a system tells its figures: one "name value" line each, on standard output.</summary>
internal static class Figures
{
    public static void Say(string name, double value) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:G6}"));

    public static double Percentile(double[] values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
    }

    public static double Median(IEnumerable<double> values) => Percentile([.. values], 0.5);

    /// <summary>The seconds that each of several runs took.</summary>
    public static double[] Repeat(int count, Action action)
    {
        var times = new double[count];
        for (var i = 0; i < count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            action();
            times[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        return times;
    }

    public static async Task<double[]> RepeatAsync(int count, Func<Task> action)
    {
        var times = new double[count];
        for (var i = 0; i < count; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await action();
            times[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
        return times;
    }
}
