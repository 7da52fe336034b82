// A lock class of the program's own around Monitor, which spins until it gets in; its owner may take it twice.
namespace Cases.R263;

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

    public bool TryLock() => Doors.TryEnter(_door);

    public void Unlock() => Doors.Exit(_door);
}

public sealed class Deletions
{
    private readonly SpinningLock _lock = new();
    private readonly List<string> _pending = new();
    private int _applied;

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

    public bool TryApply()
    {
        if (!_lock.TryLock())
            return false;
        try
        {
            Apply();
            return true;
        }
        finally
        {
            _lock.Unlock();
        }
    }

    public int ApplyAll()
    {
        _lock.Lock();
        try
        {
            Apply();
            return _applied;
        }
        finally
        {
            _lock.Unlock();
        }
    }

    private void Apply()
    {
        _lock.Lock();
        try
        {
            _applied += _pending.Count;
            _pending.Clear();
        }
        finally
        {
            _lock.Unlock();
        }
    }
}
