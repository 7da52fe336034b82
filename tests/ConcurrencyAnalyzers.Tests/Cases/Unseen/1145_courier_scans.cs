using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Blind.C1145;

public sealed class ScanTally
{
    private readonly ThreadLocal<Dictionary<string, int>> _byDepot = new(() => new Dictionary<string, int>(), trackAllValues: true);

    public void Scanned(string depot)
    {
        var mine = _byDepot.Value!;
        mine[depot] = mine.GetValueOrDefault(depot) + 1; // expect: RACE#1
    }

    public Dictionary<string, int> Total()
    {
        var total = new Dictionary<string, int>();
        foreach (var part in _byDepot.Values)
        {
            foreach (var (depot, scans) in part) // expect: RACE#1
                total[depot] = total.GetValueOrDefault(depot) + scans;
        }
        return total;
    }
}

public static class Program
{
    public static void Main()
    {
        var tally = new ScanTally();
        string[] depots = ["Linz", "Wels", "Steyr"];
        var belts = Enumerable.Range(0, 4).Select(belt => new Thread(() =>
        {
            for (var parcel = 0; parcel < 1_000_000; parcel++)
                tally.Scanned(depots[(parcel + belt) % depots.Length]);
        })).ToArray();
        foreach (var belt in belts)
            belt.Start();

        while (belts.Any(b => b.IsAlive))
        {
            Console.WriteLine($"so far: {tally.Total().Values.Sum()}");
            Thread.Sleep(100);
        }

        foreach (var belt in belts)
            belt.Join();
        Console.WriteLine($"final: {tally.Total().Values.Sum()}");
    }
}
