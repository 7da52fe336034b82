// The reading is published and then filled in: who polls it sees a pressure of zero.
namespace Cases.P015;

public sealed class Barometer
{
    private volatile Reading? _last;

    public sealed class Reading
    {
        public double Pressure { get; set; }

        public DateTime At { get; set; }
    }

    public double? Last => _last?.Pressure;

    public Task RunAsync(CancellationToken stop) => Task.Run(() =>
    {
        while (!stop.IsCancellationRequested)
        {
            _last = new Reading(); // expect: LAZY_INIT
            _last.At = DateTime.UtcNow;
            _last.Pressure = 1013.25 + Random.Shared.NextDouble(); // expect: RACE?
        }
    });
}
