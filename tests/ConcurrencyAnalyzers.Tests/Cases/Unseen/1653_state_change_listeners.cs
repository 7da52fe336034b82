// A connection tells its listeners about every change of its state; listeners come and go at any time. difficulty: hard
namespace Cases.U1653;

public enum LinkState
{
    Down,
    Connecting,
    Up,
}

public interface IStateListener
{
    void OnState(LinkState state);
}

public sealed class ListenerSet
{
    private readonly Lock _gate = new();
    private readonly List<IStateListener> _listeners = [];

    public IDisposable Add(IStateListener listener)
    {
        lock (_gate)
        {
            _listeners.Add(listener);
        }
        return new Registration(this, listener);
    }

    public void Notify(LinkState state)
    {
        List<IStateListener> current;
        lock (_gate)
        {
            current = _listeners; // expect: ESCAPES_LOCK#1
        }
        foreach (var listener in current) // expect: ESCAPES_LOCK#1, INCONSISTENT_LOCK?, RACE?
        {
            listener.OnState(state);
        }
    }

    private void Remove(IStateListener listener)
    {
        lock (_gate)
        {
            _listeners.Remove(listener);
        }
    }

    private sealed class Registration(ListenerSet owner, IStateListener listener) : IDisposable
    {
        public void Dispose() => owner.Remove(listener);
    }
}

public sealed class Reconnector(ListenerSet listeners, Func<CancellationToken, Task> connect)
{
    public Task RunAsync(CancellationToken stop) => Task.Run(async () =>
    {
        while (!stop.IsCancellationRequested)
        {
            listeners.Notify(LinkState.Connecting);
            try
            {
                await connect(stop);
                listeners.Notify(LinkState.Up);
            }
            catch (IOException)
            {
                listeners.Notify(LinkState.Down);
                await Task.Delay(100, stop);
            }
        }
    }, stop);
}
