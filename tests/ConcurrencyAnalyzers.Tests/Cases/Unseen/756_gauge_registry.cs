// Set and Remove change the gauges under the lock; the flush loop enumerates them on its own task without it. difficulty: medium
using System.Text;

namespace Cases.U756;

public sealed class GaugeRegistry
{
    private readonly object _sync = new();
    private readonly SortedDictionary<string, double> _gauges = new(StringComparer.Ordinal);

    public void Set(string name, double value)
    {
        lock (_sync)
        {
            _gauges[name] = value;
        }
    }

    public void Remove(string name)
    {
        lock (_sync)
        {
            _gauges.Remove(name);
        }
    }

    public bool TryGet(string name, out double value)
    {
        lock (_sync)
        {
            return _gauges.TryGetValue(name, out value);
        }
    }

    public string Render()
    {
        var text = new StringBuilder();
        foreach (var (name, value) in _gauges) // expect: INCONSISTENT_LOCK, RACE?
        {
            text.Append(name).Append(' ').Append(value).Append('\n');
        }
        return text.ToString();
    }
}

public abstract class PollingService : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private Task _loop = Task.CompletedTask;

    public void Start(TimeSpan interval)
    {
        _loop = Task.Run(() => RunAsync(interval, _stop.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _stop.Dispose();
    }

    protected abstract Task PollAsync(CancellationToken stop);

    private async Task RunAsync(TimeSpan interval, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                await PollAsync(stop);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}

public sealed class GaugeFlusher(GaugeRegistry registry, HttpClient http, Uri gateway) : PollingService
{
    protected override async Task PollAsync(CancellationToken stop)
    {
        using var body = new StringContent(registry.Render());
        using var response = await http.PostAsync(gateway, body, stop);
        registry.Set("gateway_status", (int)response.StatusCode);
    }
}
