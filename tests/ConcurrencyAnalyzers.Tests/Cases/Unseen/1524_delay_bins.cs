// A ferry operator counts the delays of its crossings in bins; a timer publishes the counts every hour and starts again at zero. difficulty: hard
// Blind: that all slots are read and then cleared in two steps is not put together.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Menagerie.M1524;

public sealed class DelayBins : IAsyncDisposable
{
    private readonly int[] _bins = new int[12];
    private readonly Action<int[]> _publish;
    private readonly Timer _hourly;

    public DelayBins(Action<int[]> publish)
    {
        _publish = publish;
        _hourly = new Timer(_ => Rotate(), null, TimeSpan.FromHours(1), TimeSpan.FromHours(1));
    }

    public void Arrived(TimeSpan delay)
    {
        int bin = Math.Clamp((int)(delay.TotalMinutes / 5), 0, _bins.Length - 1);
        Interlocked.Increment(ref _bins[bin]); // expect: NON_ATOMIC?, RACE?
    }

    private void Rotate()
    {
        var counts = new int[_bins.Length];
        for (int i = 0; i < _bins.Length; i++)
        {
            counts[i] = Volatile.Read(ref _bins[i]); // blind: NON_ATOMIC#1
        }
        Array.Clear(_bins); // blind: NON_ATOMIC#1
        _publish(counts);
    }

    public ValueTask DisposeAsync() => _hourly.DisposeAsync();
}

public static class CrossingDay
{
    public static async Task RunAsync(IEnumerable<TimeSpan> delays, Action<int[]> publish)
    {
        await using var bins = new DelayBins(publish);
        await Parallel.ForEachAsync(delays, (delay, _) =>
        {
            bins.Arrived(delay);
            return ValueTask.CompletedTask;
        });
    }
}
