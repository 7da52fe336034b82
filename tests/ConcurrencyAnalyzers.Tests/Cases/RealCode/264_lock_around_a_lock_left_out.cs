// The nearest wrong one: one member does not take it.
namespace Cases.R264;

public static class Doors
{
    public static bool TryEnter(object door) => Monitor.TryEnter(door);

    public static void Exit(object door) => Monitor.Exit(door);
}

public sealed class SpinningLock
{
    private readonly object _door = new();

    public void Lock()
    {
        while (!Doors.TryEnter(_door))
            Thread.Yield();
    }

    public void Unlock() => Doors.Exit(_door);
}

public sealed class Deletions
{
    private readonly SpinningLock _lock = new();
    private readonly List<string> _pending = new();

    public void Add(string name)
    {
        _lock.Lock();
        try
        {
            _pending.Add(name);
        }
        finally
        {
            _lock.Unlock();
        }
    }

    public string[] Take()
    {
        _lock.Lock();
        try
        {
            var taken = _pending.ToArray();
            _pending.Clear();
            return taken;
        }
        finally
        {
            _lock.Unlock();
        }
    }

    public void Drop(string name) => _pending.Remove(name); // expect: INCONSISTENT_LOCK
}
