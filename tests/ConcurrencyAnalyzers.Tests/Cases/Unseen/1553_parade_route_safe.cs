// The marshals of a parade are on their posts before the route is known; they walk when the route has been given out. difficulty: medium
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1553;

public sealed class ParadeBriefing
{
    private readonly ManualResetEventSlim _given = new();
    private readonly Dictionary<string, int> _minuteAt = [];
    private int _delay;

    public void GiveOut(IEnumerable<string> corners, int minutesBetween, int delay)
    {
        int minute = 0;
        foreach (var corner in corners)
        {
            _minuteAt[corner] = minute;
            minute += minutesBetween;
        }
        _delay = delay;
        _given.Set();
    }

    public int? MinuteAt(string corner)
    {
        _given.Wait();
        return _minuteAt.TryGetValue(corner, out int minute) ? minute + _delay : null;
    }
}

public sealed class ParadeMarshal(ParadeBriefing briefing, string corner)
{
    private Thread? _thread;
    private int? _minute;

    public void TakePost()
    {
        _thread = new Thread(() => _minute = briefing.MinuteAt(corner));
        _thread.Start();
    }

    public string Report()
    {
        _thread?.Join();
        return _minute is { } minute ? $"{corner}: minute {minute}" : $"{corner}: not on the route";
    }
}

public static class Parade
{
    public static string[] Plan(string[] posts, string[] route)
    {
        var briefing = new ParadeBriefing();
        var marshals = posts.Select(post => new ParadeMarshal(briefing, post)).ToList();
        marshals.ForEach(marshal => marshal.TakePost());
        briefing.GiveOut(route, minutesBetween: 7, delay: 2);
        return marshals.Select(marshal => marshal.Report()).ToArray();
    }
}
