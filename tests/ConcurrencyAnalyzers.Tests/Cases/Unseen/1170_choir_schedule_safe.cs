using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Blind.C1170;

public sealed record Rehearsal(string Voice, DateTime At);

/// Plans rehearsals: the planning is slow, so it works on a copy and is repeated if somebody was faster.
public sealed class ChoirSchedule
{
    private readonly Lock _gate = new();
    private readonly List<Rehearsal> _rehearsals = new();
    private int _version;

    public Rehearsal Plan(string voice, DateTime earliest)
    {
        while (true)
        {
            Rehearsal[] seen;
            int version;
            lock (_gate)
            {
                seen = _rehearsals.ToArray();
                version = _version;
            }

            var rehearsal = new Rehearsal(voice, FirstGap(seen, earliest));

            lock (_gate)
            {
                if (_version != version)
                    continue;
                _rehearsals.Add(rehearsal);
                _version++;
                return rehearsal;
            }
        }
    }

    public void CancelAll(string voice)
    {
        lock (_gate)
        {
            if (_rehearsals.RemoveAll(r => r.Voice == voice) > 0)
                _version++;
        }
    }

    public ImmutableArray<Rehearsal> Snapshot()
    {
        lock (_gate)
        {
            return [.. _rehearsals];
        }
    }

    private static DateTime FirstGap(Rehearsal[] rehearsals, DateTime earliest)
    {
        var at = earliest;
        foreach (var rehearsal in rehearsals.OrderBy(r => r.At))
        {
            if (rehearsal.At - at >= TimeSpan.FromHours(1))
                break;
            if (rehearsal.At + TimeSpan.FromHours(1) > at)
                at = rehearsal.At + TimeSpan.FromHours(1);
        }
        return at;
    }

    public static async Task Main()
    {
        var schedule = new ChoirSchedule();
        var monday = new DateTime(2026, 3, 2, 18, 0, 0);
        string[] voices = ["soprano", "alto", "tenor", "bass"];
        await Task.WhenAll(voices.Select(v => Task.Run(() => schedule.Plan(v, monday))));
        foreach (var rehearsal in schedule.Snapshot())
            Console.WriteLine(rehearsal);
    }
}
