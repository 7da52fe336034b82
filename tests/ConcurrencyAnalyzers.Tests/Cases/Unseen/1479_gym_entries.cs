// The turnstile of a gym counts visitors; a timer writes the figures of the last minutes to a log. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1479;

public sealed record GymVisit(string Member, bool Entering);

public sealed class GymTurnstile : IAsyncDisposable
{
    private readonly List<string> _entered = new();
    private readonly Action<string> _log;
    private readonly Timer _timer;
    private int _inside;

    public GymTurnstile(Action<string> log, TimeSpan period)
    {
        _log = log;
        _timer = new Timer(_ => Flush(), null, period, period);
    }

    public void Pass(GymVisit visit)
    {
        if (visit.Entering)
        {
            _inside++; // expect: RACE?
            _entered.Add(visit.Member); // expect: RACE#1
        }
        else
        {
            _inside--; // expect: RACE?
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        Flush();
    }

    private void Flush()
    {
        if (_entered.Count > 0) // expect: RACE?
        {
            _log($"{string.Join(", ", _entered.Distinct())}; {_inside} inside"); // expect: RACE?
            _entered.Clear(); // expect: RACE#1
        }
    }
}

public static class GymDay
{
    public static async Task RunAsync(IAsyncEnumerable<GymVisit> visits)
    {
        await using var turnstile = new GymTurnstile(Console.WriteLine, TimeSpan.FromMinutes(5));
        await foreach (var visit in visits)
        {
            turnstile.Pass(visit);
        }
    }
}
