// Ships report whales to a shared journal; the coast guard asks it for the ones near a harbour. difficulty: hard
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1475;

public sealed record WhaleSighting(string Species, double Latitude, double Longitude);

public class SightingJournal<T>
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly List<T> _entries = new();

    public void Write(T entry)
    {
        _rw.EnterWriteLock();
        try
        {
            _entries.Add(entry);
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public IEnumerable<T> Find(Func<T, bool> condition)
    {
        _rw.EnterReadLock();
        try
        {
            return _entries.Where(condition); // expect: ESCAPES_LOCK
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }
}

public sealed class CoastGuard
{
    private readonly SightingJournal<WhaleSighting> _journal = new();

    public int Watch(IEnumerable<Func<IEnumerable<WhaleSighting>>> ships, double latitude)
    {
        var threads = ships.Select(ship => new Thread(() => Report(ship()))).ToList();
        threads.ForEach(thread => thread.Start());
        foreach (var thread in threads)
        {
            while (!thread.Join(200))
            {
                Warn(latitude);
            }
        }
        return _journal.Find(_ => true).Count();
    }

    private void Report(IEnumerable<WhaleSighting> sightings)
    {
        foreach (var sighting in sightings)
        {
            _journal.Write(sighting);
        }
    }

    private void Warn(double latitude)
    {
        var near = _journal.Find(sighting => Math.Abs(sighting.Latitude - latitude) < 0.5);
        foreach (var sighting in near) // expect: ESCAPES_LOCK?, RACE?, INCONSISTENT_LOCK?
        {
            Console.WriteLine($"slow down: {sighting.Species}");
        }
    }
}
