// The timer's callback runs on the pool and changes what the caller reads.
namespace Cases.S028;

public sealed class Aquarium : IDisposable
{
    private readonly Timer _timer;
    private double _temperature = 24;
    private readonly Func<double> _probe;

    public Aquarium(Func<double> probe)
    {
        _probe = probe;
        _timer = new Timer(_ => Measure(), null, TimeSpan.Zero, TimeSpan.FromSeconds(1));
    }

    public void Calibrate(double offset) => _temperature += offset; // expect: RACE

    public void Dispose() => _timer.Dispose();

    private void Measure() => _temperature = 0.9 * _temperature + 0.1 * _probe(); // expect: RACE
}
