// The greens of a golf course are inspected by several tasks; what they note belongs to the tour that started them. difficulty: hard
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1491;

public static class TourNotes
{
    private static readonly AsyncLocal<List<string>?> Current = new();

    public static IReadOnlyList<string> Open()
    {
        var notes = new List<string>();
        Current.Value = notes;
        return notes;
    }

    public static void Add(string note)
    {
        if (Current.Value is { } notes)
        {
            notes.Add(note); // expect: RACE
        }
    }
}

public sealed record GreenState(int Hole, double Millimetres, double Moisture);

public interface IGreenProbe
{
    Task<GreenState> MeasureAsync(int hole);
}

public sealed class GreenKeeper
{
    private readonly IGreenProbe _probe;

    public GreenKeeper(IGreenProbe probe) => _probe = probe;

    public async Task<string> InspectAsync(int holes)
    {
        var notes = TourNotes.Open();
        var rounds = Enumerable.Range(1, holes).Select(hole => Task.Run(() => InspectHoleAsync(hole)));
        await Task.WhenAll(rounds);
        return string.Join(Environment.NewLine, notes.Order());
    }

    private async Task InspectHoleAsync(int hole)
    {
        var green = await _probe.MeasureAsync(hole);
        if (green.Millimetres > 5)
        {
            TourNotes.Add($"hole {hole:d2}: mow");
        }
        if (green.Moisture < 0.2)
        {
            TourNotes.Add($"hole {hole:d2}: water");
        }
    }
}
