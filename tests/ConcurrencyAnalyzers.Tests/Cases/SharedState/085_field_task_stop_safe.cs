// Stop waits for the loop before it reads the count.
namespace Cases.S085;

public sealed class Poller(Func<bool> poll)
{
    private Task? _loop;
    private int _hits;
    private readonly CancellationTokenSource _stop = new();

    public void Start() => _loop = Task.Run(Loop);

    public int Stop()
    {
        _stop.Cancel();
        _loop?.Wait();
        return _hits;
    }

    private void Loop()
    {
        while (!_stop.IsCancellationRequested)
        {
            if (poll())
            {
                _hits++;
            }
        }
    }
}
