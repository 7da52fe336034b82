using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Blind.C1158;

public sealed class Vessel(string name, double length)
{
    public string Name { get; } = name;
    public double Length { get; } = length;
    public int Visits { get; private set; }

    public void NoteVisit() => Visits++;
}

public sealed class Berths(double[] lengths)
{
    private readonly Vessel?[] _moored = new Vessel?[lengths.Length];

    public int TryMoor(Vessel vessel)
    {
        for (var berth = 0; berth < _moored.Length; berth++)
        {
            if (lengths[berth] < vessel.Length)
                continue;
            if (Interlocked.CompareExchange(ref _moored[berth], vessel, null) is null)
                return berth;
        }
        return -1;
    }

    public void CastOff(int berth, Vessel vessel)
    {
        if (Interlocked.CompareExchange(ref _moored[berth], null, vessel) != vessel)
            throw new InvalidOperationException($"{vessel.Name} is not in berth {berth}");
    }

    public IReadOnlyList<string> Board()
    {
        var names = new List<string>(_moored.Length);
        for (var berth = 0; berth < _moored.Length; berth++)
            names.Add(Volatile.Read(ref _moored[berth])?.Name ?? "free");
        return names;
    }
}

public static class Harbour
{
    public static async Task Main()
    {
        var berths = new Berths([12, 18, 30]);
        var fleet = Enumerable.Range(0, 8).Select(n => new Vessel($"ketch {n}", 10 + n)).ToArray();
        await Task.WhenAll(fleet.Select(vessel => Task.Run(() => SailAsync(berths, vessel))));
        Console.WriteLine(string.Join(", ", fleet.Select(v => $"{v.Name}: {v.Visits}")));
    }

    private static async Task SailAsync(Berths berths, Vessel vessel)
    {
        for (var day = 0; day < 20; day++)
        {
            var berth = berths.TryMoor(vessel);
            await Task.Delay(5);
            if (berth < 0)
                continue;
            vessel.NoteVisit();
            Console.WriteLine(string.Join(" | ", berths.Board()));
            berths.CastOff(berth, vessel);
        }
    }
}
