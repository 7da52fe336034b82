// Counts the samples of all probes and asks the exporter for a flush whenever fifty new ones have come in. difficulty: medium
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1504;

public sealed class FlushTrigger(int every, Action<int> flush)
{
    private int _pending;

    public int Pending => Volatile.Read(ref _pending);

    public void Hit()
    {
        if (Interlocked.Increment(ref _pending) < every) // expect: NON_ATOMIC?
        {
            return;
        }
        int due = Volatile.Read(ref _pending); // expect: NON_ATOMIC#1, RACE?
        Volatile.Write(ref _pending, 0); // expect: NON_ATOMIC#1, RACE?
        flush(due);
    }
}

public static class ProbeExport
{
    public static int CountFlushed(IEnumerable<double> samples)
    {
        int flushed = 0;
        var trigger = new FlushTrigger(50, due => Interlocked.Add(ref flushed, due));
        Parallel.ForEach(samples, sample =>
        {
            if (!double.IsNaN(sample))
            {
                trigger.Hit();
            }
        });
        return flushed + trigger.Pending;
    }
}
