namespace Aquarium;

public readonly record struct WaterState(double Celsius, double Ph, double Salinity);

public interface IAquariumHardware
{
    WaterState Measure();
    void Heater(bool on);
}

public sealed class AquariumKeeper : IAsyncDisposable
{
    private readonly IAquariumHardware _hardware;
    private readonly Lock _gate = new();
    private readonly Queue<WaterState> _recent = new();
    private readonly Timer _timer;
    private double _target = 25;
    private bool _heating;
    private int _measuring;
    private long _skipped;

    public AquariumKeeper(IAquariumHardware hardware, TimeSpan period)
    {
        _hardware = hardware;
        _timer = new Timer(_ => Tick(), null, Timeout.Infinite, Timeout.Infinite);
        _timer.Change(period, period);
    }

    public long Skipped => Interlocked.Read(ref _skipped);

    public double Target
    {
        get
        {
            lock (_gate)
            {
                return _target;
            }
        }
        set
        {
            lock (_gate)
            {
                _target = value;
            }
        }
    }

    public WaterState? Average()
    {
        lock (_gate)
        {
            return _recent.Count == 0
                ? null
                : new WaterState(_recent.Average(r => r.Celsius), _recent.Average(r => r.Ph), _recent.Average(r => r.Salinity));
        }
    }

    private void Tick()
    {
        if (Interlocked.Exchange(ref _measuring, 1) == 1)
        {
            Interlocked.Increment(ref _skipped);
            return;
        }
        try
        {
            WaterState state = _hardware.Measure();
            bool heat;
            lock (_gate)
            {
                _recent.Enqueue(state);
                if (_recent.Count > 60)
                {
                    _recent.Dequeue();
                }
                heat = _heating = state.Celsius < _target - (_heating ? 0 : 0.5);
            }
            _hardware.Heater(heat);
        }
        finally
        {
            Volatile.Write(ref _measuring, 0);
        }
    }

    public async ValueTask DisposeAsync() => await _timer.DisposeAsync();
}
