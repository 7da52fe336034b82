// One shot, armed again as the last act: callbacks follow one another.
namespace Cases.F032;

public sealed class Poller : IDisposable
{
    private readonly HttpClient _client = new();
    private readonly List<string> _pages = [];
    private readonly Timer _timer;

    public Poller()
    {
        _timer = new Timer(Poll, null, Timeout.Infinite, Timeout.Infinite);
        _timer.Change(TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }

    public void Dispose() => _timer.Dispose();

    private async void Poll(object? state)
    {
        var page = await _client.GetStringAsync("https://example.org");
        _pages.Add(page);
        _timer.Change(250, Timeout.Infinite);
    }
}
