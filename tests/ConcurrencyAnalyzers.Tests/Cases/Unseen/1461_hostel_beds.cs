// Reception and web site of a hostel assign beds from two threads; the night porter frees beds in between. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1461;

public sealed record HostelGuest(string Name, int Nights);

public sealed class Dormitory
{
    private readonly Lock _bedsGate = new();
    private readonly Lock _guestGate = new();
    private readonly SortedSet<int> _freeBeds;
    private readonly Dictionary<string, int> _bedOfGuest = new();

    public Dormitory(int beds) => _freeBeds = new SortedSet<int>(Enumerable.Range(1, beds));

    public int? Assign(HostelGuest guest)
    {
        int bed;
        lock (_bedsGate)
        {
            if (_freeBeds.Count == 0)
            {
                return null;
            }
            bed = _freeBeds.Min;
            _freeBeds.Remove(bed);
        }
        lock (_guestGate)
        {
            _bedOfGuest[guest.Name] = bed;
        }
        return bed;
    }

    public void Leave(string guest)
    {
        lock (_guestGate)
        {
            if (_bedOfGuest.Remove(guest, out int bed))
            {
                _freeBeds.Add(bed); // expect: INCONSISTENT_LOCK, RACE?
            }
        }
    }

    public int Free
    {
        get
        {
            lock (_bedsGate)
            {
                return _freeBeds.Count;
            }
        }
    }
}

public static class HostelNight
{
    public static int Run(Dormitory dormitory, HostelGuest[] walkIns, HostelGuest[] online, string[] departures)
    {
        Parallel.Invoke(
            () => CheckIn(dormitory, walkIns),
            () => CheckIn(dormitory, online),
            () => Array.ForEach(departures, dormitory.Leave));
        return dormitory.Free;
    }

    private static void CheckIn(Dormitory dormitory, HostelGuest[] guests)
    {
        foreach (var guest in guests)
        {
            if (dormitory.Assign(guest) is null)
            {
                Console.WriteLine($"no bed for {guest.Name}");
            }
        }
    }
}
