// The base class owns the thread and joins it in Stop; the derived class keeps state for the thread alone.
namespace Cases.S135;

public abstract class Service
{
    private readonly Thread _thread;
    private volatile bool _stop;

    protected Service() => _thread = new Thread(Loop);

    public void Start() => _thread.Start();

    public virtual void Stop()
    {
        _stop = true;
        _thread.Join();
    }

    protected abstract void Tick();

    private void Loop()
    {
        while (!_stop)
        {
            Tick();
        }
    }
}

public sealed class CounterService : Service
{
    private long _ticks;

    public long Ticks { get; private set; }

    public override void Stop()
    {
        base.Stop();
        Ticks = _ticks;
    }

    protected override void Tick() => _ticks++;
}
