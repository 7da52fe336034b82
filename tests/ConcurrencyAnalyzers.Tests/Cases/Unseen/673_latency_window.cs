// The timer callback sorts and clears the list on a pool thread while request code adds to it. difficulty: medium
namespace Cases.U673;

public sealed class LatencyWindow : IAsyncDisposable
{
    private readonly List<double> _samples = [];
    private readonly Timer _rollover;
    private double _median;

    public LatencyWindow(TimeSpan period)
    {
        _rollover = new Timer(Rollover, null, period, period); // expect: SYNC_PRIMITIVE?
    }

    public double Median => Volatile.Read(ref _median);

    public void Record(TimeSpan latency) => _samples.Add(latency.TotalMilliseconds); // expect: RACE

    public ValueTask DisposeAsync() => _rollover.DisposeAsync();

    private void Rollover(object? state)
    {
        if (_samples.Count == 0) // expect: RACE?
        {
            return;
        }
        _samples.Sort(); // expect: RACE?
        Volatile.Write(ref _median, _samples[_samples.Count / 2]); // expect: RACE?
        _samples.Clear(); // expect: RACE
    }
}

public static class Probe
{
    public static async Task<double> RunAsync(HttpClient http, IReadOnlyList<Uri> targets, TimeSpan period, CancellationToken token)
    {
        await using var window = new LatencyWindow(period);
        foreach (var target in targets)
        {
            long started = Environment.TickCount64;
            using var response = await http.GetAsync(target, token).ConfigureAwait(false);
            window.Record(TimeSpan.FromMilliseconds(Environment.TickCount64 - started));
        }
        return window.Median;
    }
}
