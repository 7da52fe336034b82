// The lambda is kept in a field of the hub, which calls it from one thread per sensor; it changes captured locals of the dashboard. difficulty: hard
namespace Cases.U323;

public sealed class TelemetryHub
{
    private readonly Action<string, double> _sink;

    public TelemetryHub(Action<string, double> sink) => _sink = sink;

    public void Replay(IReadOnlyDictionary<string, double[]> recordings)
    {
        var threads = new List<Thread>();
        foreach (var (sensor, values) in recordings)
        {
            var thread = new Thread(() =>
            {
                foreach (var value in values)
                {
                    _sink(sensor, value);
                }
            });
            threads.Add(thread);
            thread.Start();
        }
        foreach (var thread in threads)
        {
            thread.Join();
        }
    }
}

public static class Dashboard
{
    public static string Summarize(IReadOnlyDictionary<string, double[]> recordings)
    {
        double peak = double.MinValue;
        var latest = new Dictionary<string, double>();
        var hub = new TelemetryHub((sensor, value) =>
        {
            latest[sensor] = value; // expect: RACE
            peak = Math.Max(peak, value); // expect: RACE
        });
        hub.Replay(recordings);
        return $"peak {peak}, {latest.Count} sensors";
    }
}
