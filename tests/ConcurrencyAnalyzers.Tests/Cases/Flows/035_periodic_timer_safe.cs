// A PeriodicTimer is a loop: one tick after the other, and nobody else looks.
namespace Cases.F035;

public sealed class Ticker
{
    private readonly List<int> _ticks = [];

    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (await timer.WaitForNextTickAsync(stop))
            _ticks.Add(Environment.TickCount);
    }
}
