// What makes the chart keeps it under the name that was handed in: made twice, it is entered once.
using System.Collections.Concurrent;

namespace Cases.Publication.S233;

public sealed class Chart
{
    private Chart(string sea) => Sea = sea;

    public string Sea { get; }

    public static Chart Draw(string sea)
    {
        var chart = new Chart(sea);
        Charts.Note(sea, sea.Length);
        return chart;
    }
}

public static class Charts
{
    private static readonly ConcurrentDictionary<string, int> s_sizes = new();

    public static void Note(string sea, int size) => s_sizes[sea] = size;
}

public sealed class Ship(string sea)
{
    private Chart? _chart;

    public string Look() => (_chart ??= Chart.Draw(sea)).Sea;

    public Task<string[]> LookAll(int crew) => Task.WhenAll(Enumerable.Range(0, crew).Select(_ => Task.Run(Look)));
}
