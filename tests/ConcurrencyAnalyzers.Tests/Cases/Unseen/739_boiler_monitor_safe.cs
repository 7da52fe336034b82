// One thread replaces an immutable record with a release write; readers take the reference once with an acquire read. difficulty: medium
namespace Cases.U739;

public sealed record BoilerState(double Temperature, double Pressure, long Sequence);

public sealed class BoilerMonitor : IDisposable
{
    private readonly Func<(double Temperature, double Pressure)?> _sample;
    private readonly Thread _sampler;
    private volatile bool _stopping;
    private BoilerState _state = new(20, 1, 0);

    public BoilerMonitor(Func<(double Temperature, double Pressure)?> sample)
    {
        _sample = sample;
        _sampler = new Thread(SampleLoop) { IsBackground = true, Name = "boiler" };
        _sampler.Start();
    }

    public BoilerState Current => Volatile.Read(ref _state);

    public bool IsCritical()
    {
        var state = Volatile.Read(ref _state);
        return state.Temperature > 110 && state.Pressure > 2.5;
    }

    public void Dispose()
    {
        _stopping = true;
        _sampler.Join();
    }

    private void SampleLoop()
    {
        var state = Volatile.Read(ref _state);
        while (!_stopping)
        {
            if (_sample() is not var (temperature, pressure))
            {
                continue;
            }
            state = state with
            {
                Temperature = temperature,
                Pressure = pressure,
                Sequence = state.Sequence + 1,
            };
            Volatile.Write(ref _state, state);
        }
    }
}
