namespace Cases.L1066;

public sealed record MarginState(decimal Equity, decimal Used, DateTime AsOf)
{
    public decimal Free => Equity - Used;
}

public sealed class MarginPanel
{
    private volatile MarginState _state = new(0m, 0m, DateTime.MinValue);

    public MarginState Current => _state;

    public void Publish(decimal equity, decimal used) =>
        _state = new MarginState(equity, used, DateTime.UtcNow);

    public bool CanOpen(decimal required)
    {
        MarginState seen = _state;
        return seen.AsOf > DateTime.UtcNow.AddSeconds(-5) && seen.Free >= required;
    }
}

public static class Program
{
    public static void Main()
    {
        var panel = new MarginPanel();
        using var stop = new ManualResetEventSlim();

        var feed = new Thread(() =>
        {
            decimal equity = 10_000m;
            while (!stop.Wait(2))
            {
                equity += 0.5m;
                panel.Publish(equity, equity / 4);
            }
        });
        var checker = new Thread(() =>
        {
            while (!stop.Wait(10))
            {
                MarginState state = panel.Current;
                Console.WriteLine($"{state.AsOf:O} {state.Equity} {state.Free} {panel.CanOpen(500m)}");
            }
        });

        feed.Start();
        checker.Start();
        Console.ReadLine();
        stop.Set();
        feed.Join();
        checker.Join();
    }
}
