// Hydrophones report dolphin calls to a shared journal; the biologist asks it for the high ones. difficulty: hard
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Menagerie.M1476;

public sealed record DolphinCall(string Animal, double Kilohertz);

public class CallJournal<T>
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
            return _entries.Where(condition).ToList();
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }
}

public sealed class Dolphinarium
{
    private readonly CallJournal<DolphinCall> _journal = new();

    public int Listen(IEnumerable<Func<IEnumerable<DolphinCall>>> hydrophones, double kilohertz)
    {
        var threads = hydrophones.Select(record => new Thread(() => Record(record()))).ToList();
        threads.ForEach(thread => thread.Start());
        foreach (var thread in threads)
        {
            while (!thread.Join(200))
            {
                Show(kilohertz);
            }
        }
        return _journal.Find(_ => true).Count();
    }

    private void Record(IEnumerable<DolphinCall> calls)
    {
        foreach (var call in calls)
        {
            _journal.Write(call);
        }
    }

    private void Show(double kilohertz)
    {
        var high = _journal.Find(call => call.Kilohertz > kilohertz);
        foreach (var call in high)
        {
            Console.WriteLine($"{call.Animal} calls at {call.Kilohertz:f1} kHz");
        }
    }
}
