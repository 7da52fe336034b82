namespace Cases.L1068;

public delegate void LevelHandler(string tank, double litres);

public sealed class TankLevelBus
{
    private readonly object _handlerGate = new();
    private readonly object _levelGate = new();
    private LevelHandler? _low;
    private readonly Dictionary<string, double> _levels = new();

    public event LevelHandler Low
    {
        add
        {
            lock (_handlerGate)
            {
                _low += value;
            }
        }
        remove
        {
            lock (_handlerGate)
            {
                _low -= value;
            }
        }
    }

    public void Report(string tank, double litres, double threshold)
    {
        bool crossed;
        lock (_levelGate)
        {
            crossed = litres < threshold
                && (!_levels.TryGetValue(tank, out double before) || before >= threshold);
            _levels[tank] = litres;
        }
        if (!crossed)
        {
            return;
        }
        LevelHandler? handlers;
        lock (_handlerGate)
        {
            handlers = _low;
        }
        handlers?.Invoke(tank, litres);
    }
}

public static class Program
{
    public static async Task Main()
    {
        var bus = new TankLevelBus();
        int warnings = 0;
        bus.Low += (_, _) => Interlocked.Increment(ref warnings);

        Task probes = Task.WhenAll(Enumerable.Range(0, 4).Select(t => Task.Run(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                bus.Report($"tank-{t}", 100 - i, 20);
            }
        })));
        Task viewers = Task.Run(() =>
        {
            for (int i = 0; i < 50; i++)
            {
                LevelHandler view = (tank, litres) => Console.WriteLine($"{tank} {litres}");
                bus.Low += view;
                bus.Low -= view;
            }
        });
        await Task.WhenAll(probes, viewers);
        Console.WriteLine(Volatile.Read(ref warnings));
    }
}
