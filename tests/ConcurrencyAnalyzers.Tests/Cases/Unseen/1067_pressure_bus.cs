namespace Cases.L1067;

public sealed class PressureEventArgs(string valve, double bar) : EventArgs
{
    public string Valve { get; } = valve;
    public double Bar { get; } = bar;
}

public sealed class PressureBus
{
    private EventHandler<PressureEventArgs>? _exceeded;
    private readonly object _limitsGate = new();
    private readonly Dictionary<string, double> _limits = new();

    public event EventHandler<PressureEventArgs> Exceeded
    {
        add { _exceeded += value; } // expect: RACE
        remove { _exceeded -= value; } // expect: RACE
    }

    public void SetLimit(string valve, double bar)
    {
        lock (_limitsGate)
        {
            _limits[valve] = bar;
        }
    }

    public void Report(string valve, double bar)
    {
        double limit;
        lock (_limitsGate)
        {
            if (!_limits.TryGetValue(valve, out limit))
            {
                return;
            }
        }
        if (bar > limit)
        {
            _exceeded?.Invoke(this, new PressureEventArgs(valve, bar)); // expect: RACE?
        }
    }
}

public sealed class Operator : IDisposable
{
    private readonly PressureBus _bus;
    private int _alarms;

    public Operator(PressureBus bus)
    {
        _bus = bus;
        _bus.Exceeded += OnExceeded;
    }

    public int Alarms => Volatile.Read(ref _alarms);

    public void Dispose() => _bus.Exceeded -= OnExceeded;

    private void OnExceeded(object? sender, PressureEventArgs e) => Interlocked.Increment(ref _alarms);
}

public static class Program
{
    public static async Task Main()
    {
        var bus = new PressureBus();
        bus.SetLimit("V-17", 4.0);
        Task[] shifts = Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (int i = 0; i < 200; i++)
            {
                using var op = new Operator(bus);
                bus.Report("V-17", 4.5);
            }
        })).ToArray();
        await Task.WhenAll(shifts);
    }
}
