using System.Globalization;

namespace ConcurrencyAnalyzers.Workers.Benchmarks;

/// <summary>One line of what must be reached: our figure against another system's, in the same round.</summary>
/// <param name="Title">What is measured.</param>
/// <param name="Figure">Its name in the systems' output.</param>
/// <param name="Against">The other system; <see langword="null"/>: the figure is a ratio already.</param>
/// <param name="Bound">The ratio to reach.</param>
/// <param name="AtLeast">More is better; else less is.</param>
internal sealed record Goal(string Title, string Figure, string? Against, double Bound, bool AtLeast);

internal static class Table
{
    private static readonly Goal[] Goals =
    [
        new("no-op round trip p50, us", "trip_p50", "executor", 1 / 15.0, false),
        new("no-op round trip p99, us", "trip_p99", "executor", 1 / 20.0, false),
        new("... p50 / multiprocessing.Pool", "trip_p50", "pool", 0.35, false),
        new("... p50 / bare pipe ping-pong", "trip_p50", "raw", 2.5, false),
        new("single submits, jobs/s", "submit", "executor", 200, true),
        new("... / multiprocessing.Pool", "submit", "pool", 25, true),
        new("mapped, items/s", "map", "executor", 50, true),
        new("... / multiprocessing.Pool", "map", "pool", 15, true),
        new("mapped as a stream, items/s", "map_stream", "executor", 50, true),
        new("1 MB in, GB/s", "in_1", "executor", 8, true),
        new("1 MB out, GB/s", "out_1", "executor", 8, true),
        new("64 MB in, GB/s", "in_64", "executor", 8, true),
        new("64 MB out, GB/s", "out_64", "executor", 8, true),
        new("1 MB in / bare shared copy", "in_1", "raw", 0.8, true),
        new("1 MB out / bare shared copy", "out_1", "raw", 0.8, true),
        new("64 MB in / bare shared copy", "in_64", "raw", 0.8, true),
        new("64 MB out / bare shared copy", "out_64", "raw", 0.8, true),
        new("start to first result, ms", "start", "executor", 0.65, false),
        new("... / multiprocessing.Pool", "start", "pool", 0.6, false),
        new("... processor time until then, ms", "start_cpu", "executor", 0.6, false),
        new("private memory of an idle worker, MB", "memory", "executor", 0.55, false),
        new("killed to serving again, ms", "recover", "executor", 0.08, false),
        new("CPU speed-up / Parallel.ForEach", "cpu", null, 0.95, true),
        new("... work of a millisecond each", "cpu_short", null, 0.85, true),
        new("no-op round trip / Task.Run", "trip_tasks", null, 20, false),
        new("... with 64 MB shared / without", "trip_shared", null, 2, false),
        new("first call after the warm-up / steady", "trip_first", null, 5, false),
        new("single submits / Task.Run", "submit_tasks", null, 0.3, true),
        new("mapped / Parallel.For", "map_parallel", null, 0.25, true),
        new("jobs that make garbage / tasks that do, time", "garbage_time", null, 1, false),
        new("... lateness p99 of this process's threads", "garbage_late", null, 0.2, false),
        new("... pauses of this process, ms", "garbage_pause", null, 0, false),
    ];

    /// <summary>Prints each goal with the medians over all rounds and the median of the rounds' own ratios.</summary>
    public static void Print(IReadOnlyList<Dictionary<(string System, string Figure), double>> rounds)
    {
        Console.WriteLine("| figure | ours | theirs | ratio [least..most] | must reach | reached |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var goal in Goals)
        {
            var ours = Values(rounds, "ours", goal.Figure);
            if (ours.Length == 0)
                continue;
            var theirs = goal.Against is null ? [] : Values(rounds, goal.Against, goal.Figure);
            if (goal.Against is not null && theirs.Length != ours.Length)
                continue;
            var ratios = goal.Against is null ? ours : [.. ours.Zip(theirs, (o, t) => o / t)];
            var ratio = Figures.Median(ratios);
            var reached = goal.AtLeast ? ratio >= goal.Bound : ratio <= goal.Bound;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {goal.Title} | {Show(Figures.Median(ours))} | {(theirs.Length == 0 ? "" : Show(Figures.Median(theirs)))} | {Show(ratio)} [{Show(ratios.Min())}..{Show(ratios.Max())}] | {(goal.AtLeast ? ">=" : "<=")} {Show(goal.Bound)} | {(reached ? "yes" : "NO")} |"));
        }
    }

    private static double[] Values(IReadOnlyList<Dictionary<(string, string), double>> rounds, string system, string figure) =>
        [.. rounds.Where(r => r.ContainsKey((system, figure))).Select(r => r[(system, figure)])];

    private static string Show(double value) => value switch
    {
        >= 1e6 => (value / 1e6).ToString("0.##", CultureInfo.InvariantCulture) + " M",
        >= 1e4 => (value / 1e3).ToString("0.#", CultureInfo.InvariantCulture) + " k",
        >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 1 => value.ToString("0.##", CultureInfo.InvariantCulture),
        _ => value.ToString("0.###", CultureInfo.InvariantCulture),
    };
}
