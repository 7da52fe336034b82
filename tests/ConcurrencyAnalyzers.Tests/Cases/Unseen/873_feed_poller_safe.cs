// Overlapping timer ticks are turned away by the Interlocked flag, so only one tick at a time uses the plain fields, and the flag's release publishes them to the next. difficulty: hard
namespace Cases.U873;

public sealed class FeedPoller : IAsyncDisposable
{
    private readonly Func<long, IReadOnlyList<(long Id, string Title)>> _fetchAfter;
    private readonly Action<string> _show;
    private readonly HashSet<string> _titles = [];
    private readonly Timer _timer;
    private long _cursor;
    private int _failures;
    private int _busy;

    public FeedPoller(Func<long, IReadOnlyList<(long Id, string Title)>> fetchAfter, Action<string> show)
    {
        _fetchAfter = fetchAfter;
        _show = show;
        _timer = new Timer(_ => Tick(), null, TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    public ValueTask DisposeAsync() => _timer.DisposeAsync();

    private void Tick()
    {
        if (Interlocked.CompareExchange(ref _busy, 1, 0) != 0)
        {
            return;
        }
        try
        {
            Poll();
            _failures = 0;
        }
        catch (Exception e)
        {
            _failures++;
            Console.Error.WriteLine($"poll failed {_failures} times: {e.Message}");
        }
        finally
        {
            Volatile.Write(ref _busy, 0);
        }
    }

    private void Poll()
    {
        foreach (var (id, title) in _fetchAfter(_cursor))
        {
            _cursor = Math.Max(_cursor, id);
            if (_titles.Add(title))
            {
                _show(title);
            }
        }
    }
}
