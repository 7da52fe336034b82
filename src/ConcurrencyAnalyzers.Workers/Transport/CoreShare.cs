using System.Diagnostics;

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// How many of the machine's cores the workers of this process need. Who waits awake takes a core, and may have one only if
/// no worker's job does without. A worker that had a job a moment ago is about to get the next one: it counts as well. Thread-safe.
/// </summary>
/// <param name="cores">How many there are.</param>
internal sealed class CoreShare(int cores)
{
    private static readonly long Lately = Stopwatch.Frequency / 1000;

    private readonly object _gate = new();
    private volatile Seat[] _seats = [];
    private int _awake;

    /// <summary>That of all workers of this process.</summary>
    public static CoreShare OfProcess { get; } = new(Environment.ProcessorCount);

    /// <summary>There is a core for one thread more than the workers that have jobs, or had one a moment ago.</summary>
    public bool HasFree => cores > 1 && CountBusy() < cores;

    /// <summary>Takes part; <see cref="Leave"/> ends that.</summary>
    public Seat Join()
    {
        var seat = new Seat();
        lock (_gate)
            _seats = [.. _seats, seat];
        return seat;
    }

    public void Leave(Seat seat)
    {
        lock (_gate)
            _seats = Array.FindAll(_seats, s => s != seat);
    }

    /// <summary>Takes a core to wait awake; <see cref="Return"/> gives it back.</summary>
    public bool TryTake()
    {
        if (Interlocked.Increment(ref _awake) + CountBusy() <= cores && cores > 1)
            return true;
        Return();
        return false;
    }

    /// <summary>Gives back what <see cref="TryTake"/> took.</summary>
    public void Return() => Interlocked.Decrement(ref _awake);

    private int CountBusy()
    {
        var since = Stopwatch.GetTimestamp() - Lately;
        var busy = 0;
        foreach (var seat in _seats)
        {
            if (seat.BusyUntil > since)
                busy++;
        }
        return busy;
    }

    /// <summary>What one worker says about itself; under a lock of its own.</summary>
    public sealed class Seat
    {
        private long _busyUntil;

        internal long BusyUntil => Volatile.Read(ref _busyUntil);

        /// <summary>It had no job and has one.</summary>
        public void Begin() => Volatile.Write(ref _busyUntil, long.MaxValue);

        /// <summary>It has none any more.</summary>
        /// <param name="now">A timestamp.</param>
        public void End(long now) => Volatile.Write(ref _busyUntil, now);
    }
}
