// Awaiting Timer.DisposeAsync waits for running callbacks, so the results are read without the lock when nobody can write any more. difficulty: hard
namespace Cases.U791;

public sealed class QueueDepthProbe
{
    private readonly object _gate = new();
    private readonly Func<int> _depth;
    private readonly List<int> _samples = [];
    private readonly Timer _timer;
    private int _peak;

    private QueueDepthProbe(Func<int> depth, TimeSpan period)
    {
        _depth = depth;
        _timer = new Timer(_ => Sample(), null, period, period);
    }

    public static async Task<(int Peak, double Average)> MeasureAsync(Func<int> depth, Func<Task> workload)
    {
        var probe = new QueueDepthProbe(depth, TimeSpan.FromMilliseconds(20));
        try
        {
            await workload();
        }
        finally
        {
            await probe._timer.DisposeAsync();
        }
        return (probe._peak, probe.Average());
    }

    private void Sample()
    {
        int depth = _depth();
        lock (_gate)
        {
            _samples.Add(depth);
            _peak = Math.Max(_peak, depth);
        }
    }

    private double Average() => _samples.Count == 0 ? 0 : _samples.Average();
}
