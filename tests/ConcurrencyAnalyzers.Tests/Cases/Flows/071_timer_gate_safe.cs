// The callback lasts long, but a gate, a flag or stopping the timer keeps the next one away.
namespace Cases.F071;

public sealed class Gated
{
    private readonly List<string> _pages = [];
    private readonly HttpClient _client = new();
    private readonly Timer _timer;
    private int _busy;

    public Gated() => _timer = new Timer(Poll, null, 0, 1000);

    public void Stop() => _timer.Dispose();

    private async void Poll(object? state)
    {
        if (Interlocked.Exchange(ref _busy, 1) == 1)
            return;
        try
        {
            _pages.Add(await _client.GetStringAsync("https://example.org"));
        }
        finally
        {
            Interlocked.Exchange(ref _busy, 0);
        }
    }
}

public sealed class Stopping
{
    private readonly List<string> _pages = [];
    private readonly HttpClient _client = new();
    private readonly System.Timers.Timer _timer = new(1000);

    public Stopping()
    {
        _timer.Elapsed += OnElapsed;
        _timer.Enabled = true;
    }

    private async void OnElapsed(object? sender, System.Timers.ElapsedEventArgs e)
    {
        _timer.Stop();
        _pages.Add(await _client.GetStringAsync("https://example.org"));
        _timer.Start();
    }
}
