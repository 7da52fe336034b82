// A periodic timer does not wait for the callback: while one still downloads, the next begins.
namespace Cases.F031;

public sealed class Poller : IDisposable
{
    private readonly HttpClient _client = new();
    private readonly List<string> _pages = [];
    private readonly Timer _timer;

    public Poller() => _timer = new Timer(Poll, null, 0, 250);

    public void Dispose() => _timer.Dispose();

    private async void Poll(object? state)
    {
        var page = await _client.GetStringAsync("https://example.org");
        _pages.Add(page); // expect: RACE
    }
}
