using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Sailing.Regatta;

public sealed record Standings(int Races, string Leader, Dictionary<string, int> Points);

public interface IFinishLine
{
    bool TryNext(out string boat, out int points);
}

public sealed class RegattaBoard
{
    private volatile Standings _current = new(0, "-", new Dictionary<string, int>());

    public Standings Current => _current;

    public Thread Follow(IFinishLine line)
    {
        var recorder = new Thread(() =>
        {
            while (line.TryNext(out var boat, out var points))
            {
                _current = Advance(_current, boat, points);
            }
        });
        recorder.Start();
        return recorder;
    }

    private static Standings Advance(Standings last, string boat, int points)
    {
        var next = last with { Races = last.Races + 1 };
        next.Points[boat] = next.Points.GetValueOrDefault(boat) + points; // expect: RACE#1
        return next with { Leader = next.Points.MinBy(p => p.Value).Key };
    }
}

public sealed class SpectatorScreen : IDisposable
{
    private readonly RegattaBoard _board;
    private readonly Timer _refresh;

    public SpectatorScreen(RegattaBoard board)
    {
        _board = board;
        _refresh = new Timer(_ => Console.WriteLine(Render()), null, 1000, 1000);
    }

    public void Dispose() => _refresh.Dispose();

    private string Render()
    {
        var standings = _board.Current;
        var rows = standings.Points.OrderBy(p => p.Value).Select(p => $"{p.Key} {p.Value}"); // expect: RACE#1
        return $"race {standings.Races}, {standings.Leader} leads: {string.Join(", ", rows)}"; // expect: RACE?
    }
}

public static class RegattaOffice
{
    public static string Run(IFinishLine line)
    {
        var board = new RegattaBoard();
        using var screen = new SpectatorScreen(board);
        var recorder = board.Follow(line);
        recorder.Join();
        return board.Current.Leader;
    }
}
