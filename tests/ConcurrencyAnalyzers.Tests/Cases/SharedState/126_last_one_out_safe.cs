// The last of the workers sums up what the others left in their slots.
namespace Cases.S126;

public sealed class Relay(int[][] legs)
{
    private readonly long[] _times = new long[legs.Length];
    private int _running = legs.Length;
    private long _total;

    public long Run()
    {
        var threads = legs.Select((leg, i) => new Thread(() =>
        {
            _times[i] = leg.Sum();
            if (Interlocked.Decrement(ref _running) == 0)
            {
                _total += _times.Sum();
            }
        })).ToArray();
        foreach (var t in threads) t.Start();
        foreach (var t in threads) t.Join();
        return _total;
    }
}
