// Events of System.Timers.Timer overlap when a handler is slow; the counter is plain.
namespace Cases.S103;

public sealed class Sampler : IDisposable
{
    private readonly System.Timers.Timer _timer = new(10);
    private readonly List<double> _samples = [];

    public void Start(Func<double> sensor)
    {
        _timer.Elapsed += (_, _) => _samples.Add(sensor()); // expect: RACE
        _timer.Start();
    }

    public double Mean() => _samples.Count == 0 ? 0 : _samples.Average(); // expect: RACE

    public void Dispose() => _timer.Dispose();
}
