// Grooms bring ponies to the players of a polo match; the pony that has rested longest comes first. difficulty: medium
using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Threading;

namespace Menagerie.M1489;

public sealed record PoloPony(string Name, DateTime RestingSince);

public sealed class PonyLine
{
    private readonly ConcurrentQueue<PoloPony> _resting = new();
    private readonly TimeSpan _rest;

    public PonyLine(TimeSpan rest) => _rest = rest;

    public void BringBack(string name, DateTime now) => _resting.Enqueue(new PoloPony(name, now));

    public bool TryTakeOut(DateTime now, [NotNullWhen(true)] out PoloPony? pony)
    {
        if (_resting.TryPeek(out pony) && now - pony.RestingSince >= _rest) // expect: CHECK_THEN_ACT?
        {
            _resting.TryDequeue(out _); // expect: CHECK_THEN_ACT
            return true;
        }
        pony = null;
        return false;
    }
}

public sealed class PoloMatch
{
    private readonly PonyLine _line = new(TimeSpan.FromMinutes(20));
    private readonly Func<DateTime> _now;
    private readonly Action<int, string> _ride;

    public PoloMatch(Func<DateTime> now, Action<int, string> ride)
    {
        _now = now;
        _ride = ride;
    }

    public void Play(IEnumerable<string> ponies, int players, int chukkas)
    {
        foreach (var name in ponies)
        {
            _line.BringBack(name, DateTime.MinValue);
        }
        var grooms = Enumerable
            .Range(1, players)
            .Select(player => new Thread(() => Serve(player, chukkas)))
            .ToArray();
        Array.ForEach(grooms, groom => groom.Start());
        Array.ForEach(grooms, groom => groom.Join());
    }

    private void Serve(int player, int chukkas)
    {
        for (int chukka = 0; chukka < chukkas; chukka++)
        {
            if (_line.TryTakeOut(_now(), out var pony))
            {
                _ride(player, pony.Name);
                _line.BringBack(pony.Name, _now());
            }
        }
    }
}
