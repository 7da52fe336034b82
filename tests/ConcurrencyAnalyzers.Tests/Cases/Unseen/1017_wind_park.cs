// Blind: the flows are started for the items of a mapped sequence, which have no name of their own.
namespace Energy.Wind;

public readonly record struct NacelleReading(double WindSpeed, double RotorRpm, double PowerKw, DateTime At);

public sealed class Turbine(string name)
{
    private readonly Lock _maintenance = new();
    private NacelleReading _latest;
    private bool _locked;

    public string Name => name;

    public NacelleReading Latest => _latest; // blind: NON_ATOMIC#1, RACE?

    public void Report(double wind, double rpm, double power)
    {
        _latest = new NacelleReading(wind, rpm, power, DateTime.UtcNow); // blind: NON_ATOMIC#1, RACE?
    }

    public bool TryLock()
    {
        lock (_maintenance)
        {
            if (_locked)
            {
                return false;
            }
            return _locked = true;
        }
    }

    public void Unlock()
    {
        lock (_maintenance)
        {
            _locked = false;
        }
    }
}

public sealed class WindPark(IReadOnlyList<Turbine> turbines, Func<string, double> anemometer)
{
    public async Task<double> RunAsync(TimeSpan duration)
    {
        using var cts = new CancellationTokenSource(duration);
        Task[] pollers = turbines.Select(t => Task.Run(() => PollAsync(t, cts.Token))).ToArray();
        double peak = 0;
        while (!cts.IsCancellationRequested)
        {
            double total = turbines.Sum(t => t.Latest.PowerKw);
            peak = Math.Max(peak, total);
            foreach (Turbine turbine in turbines)
            {
                NacelleReading reading = turbine.Latest;
                if (reading.WindSpeed > 25 && reading.RotorRpm > 14)
                {
                    turbine.TryLock();
                }
            }
            await Task.Delay(50, CancellationToken.None);
        }
        await Task.WhenAll(pollers);
        return peak;
    }

    private async Task PollAsync(Turbine turbine, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            double wind = anemometer(turbine.Name);
            turbine.Report(wind, wind * 0.6, wind * wind * wind * 0.4);
            await Task.Delay(10, CancellationToken.None);
        }
    }
}
