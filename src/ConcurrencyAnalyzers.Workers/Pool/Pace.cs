using System.Diagnostics;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>
/// How many jobs to keep with a worker. One is enough while jobs are long; when they are shorter than the trip to the
/// worker and back, more keep it busy. No more than a few milliseconds of work ever wait there. Guarded by its owner.
/// </summary>
internal sealed class Pace
{
    private const int MostInFlight = 256;

    private static readonly long WorkAhead = Stopwatch.Frequency * 4 / 1000;
    private static readonly long Stall = Stopwatch.Frequency * 8 / 1000;

    private static readonly long Early = Stopwatch.Frequency / 1000;

    private long _average = long.MaxValue / 2;
    private long _startedAt;

    /// <summary>How many jobs the worker should have at most.</summary>
    public int Window => (int)Math.Clamp(WorkAhead / Math.Max(1, _average), 1, MostInFlight);

    /// <summary>The job that runs began so lately that its answer may come at any moment.</summary>
    public bool IsEarly => Stopwatch.GetTimestamp() - _startedAt < Early;

    public void JobStarted(long now) => _startedAt = now;

    public void JobEnded(long now)
    {
        var took = now - _startedAt;
        _average = _average > Stall ? took : _average + (took - _average) / 8;
    }

    // Refilled from half empty, so that jobs travel together.
    public int Room(int inFlight) => Window == 1 ? Math.Max(0, 1 - inFlight) : inFlight <= Window / 2 ? Window - inFlight : 0;

    /// <summary>The running job takes too long for others to wait behind it. From then on jobs come one at a time again.</summary>
    public bool IsStalled()
    {
        if (Stopwatch.GetTimestamp() - _startedAt < Stall)
            return false;
        _average = long.MaxValue / 2;
        return true;
    }
}
