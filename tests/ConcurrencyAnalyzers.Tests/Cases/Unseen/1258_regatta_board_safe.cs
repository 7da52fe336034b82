using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Sailing.Handicap;

public sealed record Corrected(int Races, string Leader, Dictionary<string, int> Seconds);

public interface ITimingBoat
{
    bool TryNext(out string boat, out int seconds);
}

public sealed class HandicapBoard
{
    private volatile Corrected _current = new(0, "-", new Dictionary<string, int>());

    public Corrected Current => _current;

    public Thread Follow(ITimingBoat timing)
    {
        var recorder = new Thread(() =>
        {
            while (timing.TryNext(out var boat, out var seconds))
            {
                _current = Advance(_current, boat, seconds);
            }
        });
        recorder.Start();
        return recorder;
    }

    private static Corrected Advance(Corrected last, string boat, int seconds)
    {
        var next = last with { Races = last.Races + 1, Seconds = new Dictionary<string, int>(last.Seconds) };
        next.Seconds[boat] = next.Seconds.GetValueOrDefault(boat) + seconds;
        return next with { Leader = next.Seconds.MinBy(p => p.Value).Key };
    }
}

public sealed class ClubhouseScreen : IDisposable
{
    private readonly HandicapBoard _board;
    private readonly Timer _refresh;

    public ClubhouseScreen(HandicapBoard board)
    {
        _board = board;
        _refresh = new Timer(_ => Console.WriteLine(Render()), null, 1000, 1000);
    }

    public void Dispose() => _refresh.Dispose();

    private string Render()
    {
        var corrected = _board.Current;
        var rows = corrected.Seconds.OrderBy(p => p.Value).Select(p => $"{p.Key} {p.Value}");
        return $"race {corrected.Races}, {corrected.Leader} leads: {string.Join(", ", rows)}";
    }
}

public static class HandicapOffice
{
    public static string Run(ITimingBoat timing)
    {
        var board = new HandicapBoard();
        using var screen = new ClubhouseScreen(board);
        var recorder = board.Follow(timing);
        recorder.Join();
        return board.Current.Leader;
    }
}
