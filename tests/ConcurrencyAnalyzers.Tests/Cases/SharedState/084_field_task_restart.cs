// Restart starts a second loop while the first may still run; both count.
// Blind: that two public methods are called one after the other, each starting the same work, is not assumed.
namespace Cases.S084;

public sealed class Poller(Func<bool> poll)
{
    private Task? _loop;
    private int _hits;
    private readonly CancellationTokenSource _stop = new();

    public void Start() => _loop = Task.Run(Loop);

    public void Restart()
    {
        var first = _loop;
        var second = Task.Run(Loop);
        _loop = Task.WhenAll(first ?? Task.CompletedTask, second);
    }

    public int Stop()
    {
        _stop.Cancel();
        int early = _hits; // blind: RACE
        _loop?.Wait();
        return early;
    }

    private void Loop()
    {
        while (!_stop.IsCancellationRequested)
        {
            if (poll())
            {
                _hits++; // blind: RACE
            }
        }
    }
}
