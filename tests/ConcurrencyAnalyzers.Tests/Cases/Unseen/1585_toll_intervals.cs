// Counts vehicles at a toll plaza and reports the number of every interval.
namespace Cases.U1585;

public sealed class LaneCounter
{
    private long _vehicles;
    private long _axles;

    public void Pass(int axles)
    {
        Interlocked.Increment(ref _vehicles);
        Interlocked.Add(ref _axles, axles);
    }

    public long TakeVehicles()
    {
        long count = Interlocked.Read(ref _vehicles); // expect: NON_ATOMIC#1
        Interlocked.Exchange(ref _vehicles, 0); // expect: NON_ATOMIC#1, RACE?
        return count;
    }

    public long TakeAxles() => Interlocked.Exchange(ref _axles, 0);
}

public sealed class TollPlaza : IAsyncDisposable
{
    private readonly LaneCounter[] _lanes;
    private readonly Action<long, long> _publish;
    private readonly Timer _interval;

    public TollPlaza(int lanes, TimeSpan period, Action<long, long> publish)
    {
        _lanes = Enumerable.Range(0, lanes).Select(_ => new LaneCounter()).ToArray();
        _publish = publish;
        _interval = new Timer(_ => Report(), null, period, period);
    }

    public void Pass(int lane, int axles) => _lanes[lane].Pass(axles);

    public async ValueTask DisposeAsync()
    {
        await _interval.DisposeAsync();
        Report();
    }

    private void Report()
    {
        long vehicles = 0;
        long axles = 0;
        foreach (var lane in _lanes)
        {
            vehicles += lane.TakeVehicles();
            axles += lane.TakeAxles();
        }
        _publish(vehicles, axles);
    }
}
