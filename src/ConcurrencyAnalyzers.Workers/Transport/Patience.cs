using System.Diagnostics;

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// Whether a short wait without sleep pays, learned from how often it did. Where both sides run at the same time the
/// next piece is there within microseconds; where they share a core, waiting awake only keeps the other from its work.
/// Used by one thread at a time.
/// </summary>
internal sealed class Patience
{
    private const int Full = 64;
    private const int TryAgainAfter = 64;

    private static readonly long Limit = Stopwatch.Frequency * 20 / 1_000_000;

    private int _trust = Full / 2;
    private int _skipped;

    /// <summary>Waits awake for a moment, if that has paid lately. <see langword="true"/> when it came.</summary>
    public bool Try<T>(T state, Func<T, bool> hasCome)
    {
        if (!Cores.Several || (_trust < Full / 2 && ++_skipped < TryAgainAfter))
            return false;
        _skipped = 0;
        var end = Stopwatch.GetTimestamp() + Limit;
        do
        {
            Thread.SpinWait(8);
            if (!hasCome(state))
                continue;
            _trust += (Full - _trust + 7) / 8;
            return true;
        }
        while (Stopwatch.GetTimestamp() < end);
        _trust -= (_trust + 7) / 8;
        return false;
    }

    // Found out by the first who has such a wait.
    private static class Cores
    {
        public static readonly bool Several = ProcessorQuota.WholeCores() > 1;
    }
}
