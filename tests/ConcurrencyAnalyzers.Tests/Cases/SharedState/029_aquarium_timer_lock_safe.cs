// Both sides take the same lock.
namespace Cases.S029;

public sealed class Aquarium : IDisposable
{
    private readonly Timer _timer;
    private readonly Lock _gate = new();
    private double _temperature = 24;
    private readonly Func<double> _probe;

    public Aquarium(Func<double> probe)
    {
        _probe = probe;
        _timer = new Timer(_ => Measure(), null, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    public void Calibrate(double offset)
    {
        lock (_gate)
        {
            _temperature += offset;
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Measure()
    {
        var value = _probe();
        lock (_gate)
        {
            _temperature = 0.9 * _temperature + 0.1 * value;
        }
    }
}
