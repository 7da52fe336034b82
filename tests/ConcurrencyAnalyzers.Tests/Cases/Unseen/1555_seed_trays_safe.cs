// Seedlings stand in numbered trays and are moved from one tray to another; each tray has a lock, a count of all needs every one. difficulty: hard
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1555;

public sealed class SeedTrays
{
    private sealed class SeedlingTray
    {
        public readonly object Gate = new();
        public readonly HashSet<string> Seedlings = [];
    }

    private readonly SeedlingTray[] _trays;

    public SeedTrays(int count) => _trays = Enumerable.Range(0, count).Select(_ => new SeedlingTray()).ToArray();

    public bool Sow(int tray, string seedling)
    {
        lock (_trays[tray].Gate)
        {
            return _trays[tray].Seedlings.Add(seedling);
        }
    }

    public bool Move(string seedling, int from, int to)
    {
        if (from == to)
        {
            return false;
        }
        lock (_trays[Math.Min(from, to)].Gate)
        {
            lock (_trays[Math.Max(from, to)].Gate)
            {
                return _trays[from].Seedlings.Remove(seedling) && _trays[to].Seedlings.Add(seedling);
            }
        }
    }

    public int CountAll() => CountFrom(0);

    private int CountFrom(int tray)
    {
        if (tray == _trays.Length)
        {
            return _trays.Sum(one => one.Seedlings.Count);
        }
        lock (_trays[tray].Gate)
        {
            return CountFrom(tray + 1);
        }
    }
}
