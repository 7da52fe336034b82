// Lets kiln controllers join a temperature signal while they start up.
namespace Cases.U1571;

public sealed class TemperatureSignal
{
    private Action<double>? _listeners;

    public event Action<double> Changed
    {
        add => _listeners = (Action<double>?)Delegate.Combine(_listeners, value); // expect: RACE
        remove => _listeners = (Action<double>?)Delegate.Remove(_listeners, value); // expect: RACE?
    }

    public void Publish(double celsius) => _listeners?.Invoke(celsius); // expect: RACE?
}

public sealed class KilnController(string name, double limit)
{
    private double _last;

    public string Name => name;

    public bool TooHot => _last > limit;

    public void Attach(TemperatureSignal signal) => signal.Changed += OnChanged; // expect: RACE?

    private void OnChanged(double celsius) => _last = celsius;
}

public sealed class KilnHall(IReadOnlyList<KilnController> controllers)
{
    private readonly TemperatureSignal _signal = new();

    public async Task<string[]> WarmUpAsync(IEnumerable<double> readings)
    {
        var starts = controllers.Select(c => Task.Run(() => StartAsync(c)));
        await Task.WhenAll(starts);
        foreach (double reading in readings)
        {
            _signal.Publish(reading);
        }
        return controllers.Where(c => c.TooHot).Select(c => c.Name).ToArray();
    }

    private async Task StartAsync(KilnController controller)
    {
        await Task.Delay(10);
        controller.Attach(_signal);
    }
}
