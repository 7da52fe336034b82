// Timer callbacks that overlap count atomically.
namespace Cases.S104;

public sealed class Sampler : IDisposable
{
    private readonly System.Timers.Timer _timer = new(10);
    private int _ticks;

    public void Start()
    {
        _timer.Elapsed += (_, _) => Interlocked.Increment(ref _ticks);
        _timer.Start();
    }

    public int Ticks => Volatile.Read(ref _ticks);

    public void Dispose() => _timer.Dispose();
}
