// The object is complete before anyone sees it.
namespace Cases.P016;

public sealed class Barometer
{
    private volatile Reading? _last;

    public sealed class Reading
    {
        public double Pressure { get; init; }

        public DateTime At { get; init; }
    }

    public double? Last => _last?.Pressure;

    public Task RunAsync(CancellationToken stop) => Task.Run(() =>
    {
        while (!stop.IsCancellationRequested)
        {
            _last = new Reading { At = DateTime.UtcNow, Pressure = 1013.25 + Random.Shared.NextDouble() };
        }
    });
}
