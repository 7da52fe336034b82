// The full list is swapped for a new one under the lock, so the flusher owns the old list alone when it writes it outside. difficulty: hard
namespace Cases.U864;

public sealed record Click(string Page, DateTime At);

public sealed class ClickStream : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Func<IReadOnlyList<Click>, Task> _write;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _flusher;
    private List<Click> _buffer = [];

    public ClickStream(Func<IReadOnlyList<Click>, Task> write, TimeSpan interval)
    {
        _write = write;
        _flusher = Task.Run(() => FlushLoopAsync(interval));
    }

    public void Track(string page)
    {
        var click = new Click(page, DateTime.UtcNow);
        lock (_gate)
        {
            _buffer.Add(click);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _flusher.ConfigureAwait(false);
        _stop.Dispose();
        await FlushAsync().ConfigureAwait(false);
    }

    private List<Click> TakeAll()
    {
        lock (_gate)
        {
            var full = _buffer;
            _buffer = [];
            return full;
        }
    }

    private async Task FlushAsync()
    {
        var clicks = TakeAll();
        clicks.Sort((a, b) => a.At.CompareTo(b.At));
        if (clicks.Count > 0)
        {
            await _write(clicks).ConfigureAwait(false);
        }
    }

    private async Task FlushLoopAsync(TimeSpan interval)
    {
        while (!_stop.IsCancellationRequested)
        {
            await Task.Delay(interval, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            await FlushAsync().ConfigureAwait(false);
        }
    }
}
