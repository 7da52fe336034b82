using System.Diagnostics;

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// Whether a side of a channel that has nothing to do stays awake for a moment, because the next message is nearly always there
/// before a sleeper could be woken. Learned from how the last waits went: each short one counts for it; a moment in vain counts
/// against it, twice as much each time it happens again, for where the other side gets no core while this one waits awake it
/// always will. Used by one thread at a time.
/// </summary>
internal sealed class Alertness
{
    private const int Most = 32;
    private const int Slept = 2;
    private const int LeastPrice = 8;
    private const int MostPrice = 1024;

    private static readonly long Microsecond = Math.Max(1, Stopwatch.Frequency / 1_000_000);
    private static readonly long LeastMoment = 20 * Microsecond;
    private static readonly long MostMoment = 50 * Microsecond;

    // Longer than a moment ever takes on a core of its own.
    private static readonly long CoreLost = 3 * MostMoment;

    /// <summary>How long to keep the core before others are let in: as long as an answer takes from a side that runs meanwhile.</summary>
    public static readonly long Alone = 3 * Microsecond;

    private int _credit;
    private int _price = LeastPrice;
    private long _wake = 15 * Microsecond;

    /// <summary>The last waits were short.</summary>
    public bool Pays => _credit > 0;

    /// <summary>How long to stay awake at most: about what it costs to wake the other side, which may sleep itself and on another core, and then this one.</summary>
    public long Moment => Math.Clamp(4 * _wake, LeastMoment, MostMoment);

    /// <summary>A wait has ended before anybody slept.</summary>
    /// <param name="took">How long it was.</param>
    public void CameAwake(long took)
    {
        if (took > CoreLost)
        {
            Lose(MostPrice);
            return;
        }
        _price = Math.Max(LeastPrice, _price / 2);
        Gain();
    }

    /// <summary>A wait went on asleep.</summary>
    /// <param name="awake">How long it was awake at first; 0 if it slept at once.</param>
    /// <param name="until">How long it took until the message was there.</param>
    /// <param name="waking">How long it took to wake up then; 0 if nobody slept in the end.</param>
    public void CameAsleep(long awake, long until, long waking)
    {
        if (waking > 0)
            _wake += (Math.Min(waking, MostMoment) - _wake) / 8;
        if (awake > CoreLost)
        {
            Lose(MostPrice);
        }
        else if (awake > 0)
        {
            Lose(_price);
            _price = Math.Min(MostPrice, _price * 2);
        }
        else if (until <= Moment)
        {
            Gain();
        }
        else if (_credit > -Most)
        {
            _credit -= Slept;
        }
    }

    private void Gain() => _credit = Math.Min(Most, _credit + 1);

    private void Lose(int price) => _credit = Math.Max(-MostPrice, _credit - price);
}
