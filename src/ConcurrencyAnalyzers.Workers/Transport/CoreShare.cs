using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// How many of the machine's cores the workers of this process need. Who waits awake takes a core, and may have one only if
/// no worker's job does without. A worker that had a job a moment ago is about to get the next one: it counts as well. Thread-safe.
/// </summary>
/// <param name="count">Tells how many there are.</param>
internal sealed class CoreShare(Func<int> count)
{
    // So many questions come before the answer is worth a look at the system's files: a start is no time for it.
    private const int Unasked = 32;

    private static readonly long Lately = Stopwatch.Frequency / 1000;

    private readonly object _gate = new();
    private volatile Seat[] _seats = [];
    private int _questions;
    private int _cores; // 0 as long as it is not known
    private int _awake;

    public CoreShare(int cores) : this(() => cores) => _cores = cores;

    /// <summary>That of all workers of this process.</summary>
    public static CoreShare OfProcess { get; } = new(ProcessorQuota.WholeCores);

    /// <summary>There is a core for one thread more than the workers that have jobs, or had one a moment ago.</summary>
    public bool HasFree => Cores is > 1 and var cores && CountBusy() < cores;

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
        var cores = Cores;
        if (Interlocked.Increment(ref _awake) + CountBusy() <= cores && cores > 1)
            return true;
        Return();
        return false;
    }

    /// <summary>Gives back what <see cref="TryTake"/> took.</summary>
    public void Return() => Interlocked.Decrement(ref _awake);

    private int Cores
    {
        get
        {
            if (Volatile.Read(ref _cores) is > 0 and var known)
                return known;
            if (Interlocked.Increment(ref _questions) < Unasked)
                return 0;
            var cores = count();
            Volatile.Write(ref _cores, cores);
            return cores;
        }
    }

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

    /// <summary>What one worker says about itself; under a lock of its own. Written with each job, so it shares its cache line with nothing.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 2 * CacheLine)]
    public sealed class Seat
    {
        private const int CacheLine = 64;

        [FieldOffset(CacheLine)]
        private long _busyUntil;

        internal long BusyUntil => Volatile.Read(ref _busyUntil);

        /// <summary>It had no job and has one.</summary>
        public void Begin() => Volatile.Write(ref _busyUntil, long.MaxValue);

        /// <summary>It has none any more.</summary>
        /// <param name="now">A timestamp.</param>
        public void End(long now) => Volatile.Write(ref _busyUntil, now);
    }
}
