namespace Garden.Irrigation;

public interface IValveBoard
{
    void Open(int zone);
    void Close(int zone);
    double Moisture(int zone);
}

public sealed record Watering(int Zone, DateTime At, double Before);

public sealed class IrrigationController : IDisposable
{
    private readonly IValveBoard _valves;
    private readonly int _zones;
    private readonly Timer _timer;
    private readonly List<Watering> _journal = [];
    private int _zone;
    private volatile bool _paused;

    public IrrigationController(IValveBoard valves, int zones, TimeSpan period)
    {
        _valves = valves;
        _zones = zones;
        _timer = new Timer(static s => ((IrrigationController)s!).Cycle(), this, period, period);
    }

    public void Pause() => _paused = true;

    public void Resume() => _paused = false;

    public void Skip()
    {
        _zone = (_zone + 1) % _zones; // expect: RACE#1, NON_ATOMIC?
    }

    public IReadOnlyList<Watering> Since(DateTime start)
    {
        return _journal.Where(w => w.At >= start).ToList(); // expect: RACE#2
    }

    private void Cycle()
    {
        if (_paused)
        {
            return;
        }
        int zone = _zone; // expect: RACE#1
        double moisture = _valves.Moisture(zone);
        if (moisture < 0.35)
        {
            _valves.Open(zone);
            Thread.Sleep(TimeSpan.FromSeconds(20 * (0.35 - moisture)));
            _valves.Close(zone);
            _journal.Add(new Watering(zone, DateTime.UtcNow, moisture)); // expect: RACE#2
        }
        _zone = (zone + 1) % _zones; // expect: RACE#1, NON_ATOMIC?
    }

    public void Dispose()
    {
        using var stopped = new ManualResetEvent(false);
        if (_timer.Dispose(stopped))
        {
            stopped.WaitOne();
        }
    }
}
