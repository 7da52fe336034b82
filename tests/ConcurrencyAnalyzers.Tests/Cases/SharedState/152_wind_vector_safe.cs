// What the loop sums up is its result, for whoever waited for it; the latest wind is one object behind a volatile reference.
namespace Cases.SharedState.S152;

public readonly record struct Wind(double Speed, double Direction, double Gusts);

public sealed class Anemometer(Func<CancellationToken, Task<Wind>> measure)
{
    private sealed record Box(Wind Wind);

    private volatile Box _latest = new(default);
    private Wind _strongest;

    public Wind Current => _latest.Wind;

    public Wind Strongest => _strongest;

    public async Task RunAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var wind = await measure(stop);
            _latest = new(wind);
            if (wind.Speed > _strongest.Speed)
            {
                _strongest = wind;
            }
        }
    }
}
