// The two ends are one object; or each is looked at by itself; or each has a flow of its own that moves it.
namespace Cases.S252;

public sealed record Window(int First, int Last);

public sealed class Replay
{
    private volatile Window _window = new(0, 0);
    private int _first;
    private int _last;
    private int _read;
    private int _written;

    public int CountEmpty(IEnumerable<int> starts)
    {
        var mover = Task.Run(() =>
        {
            foreach (var start in starts)
            {
                _window = new(start, start + 10);
            }
        });
        var empty = 0;
        while (!mover.IsCompleted)
        {
            var window = _window;
            if (window.Last <= window.First)
            {
                empty++;
            }
        }

        mover.Wait();
        return empty;
    }

    public bool IsBehind(IEnumerable<int> starts, int limit)
    {
        var mover = Task.Run(() =>
        {
            foreach (var start in starts)
            {
                _first = start;
                _last = start + 10;
            }
        });
        var behind = _first > limit || _last > limit;
        mover.Wait();
        return behind || _last <= _first;
    }

    public bool IsIdle(IReadOnlyCollection<int> items)
    {
        var writer = Task.Run(() =>
        {
            foreach (var item in items)
            {
                Volatile.Write(ref _written, item);
            }
        });
        var reader = Task.Run(() =>
        {
            foreach (var item in items)
            {
                Volatile.Write(ref _read, item);
            }
        });
        var idle = _read >= _written;
        Task.WaitAll(writer, reader);
        return idle;
    }
}
