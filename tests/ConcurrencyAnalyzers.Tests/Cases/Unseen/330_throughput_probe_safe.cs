// The timer is one-shot and armed again only after the semaphore told that its callback is done; the samples are read after DisposeAsync has waited for it. difficulty: hard
namespace Cases.U330;

public sealed class ThroughputProbe
{
    private readonly Func<long> _readCounter;
    private readonly List<long> _samples = [];
    private long _previous;

    private ThroughputProbe(Func<long> readCounter) => _readCounter = readCounter;

    public static async Task<double> AverageAsync(Func<long> readCounter, TimeSpan duration)
    {
        var probe = new ThroughputProbe(readCounter);
        probe._previous = readCounter();
        using (var rounds = new SemaphoreSlim(0))
        {
            var timer = new Timer(_ =>
            {
                probe.Sample();
                rounds.Release();
            }, null, Timeout.Infinite, Timeout.Infinite);
            await using (timer)
            {
                for (int i = 0; i < 5; i++)
                {
                    timer.Change(duration / 5, Timeout.InfiniteTimeSpan);
                    await rounds.WaitAsync();
                }
            }
        }
        return probe._samples.Average();
    }

    private void Sample()
    {
        long now = _readCounter();
        _samples.Add(now - _previous);
        _previous = now;
    }
}
