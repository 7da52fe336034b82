// Custom accessors change the delegate under the lock; Ring copies it under the same lock and calls the copy, which never changes. difficulty: medium
namespace Cases.U484;

public delegate void RingHandler(string door, DateTime at);

public sealed class Doorbell
{
    private readonly object _gate = new();
    private RingHandler? _rung;
    private int _rings;

    public event RingHandler? Rung
    {
        add
        {
            lock (_gate)
            {
                _rung += value;
            }
        }
        remove
        {
            lock (_gate)
            {
                _rung -= value;
            }
        }
    }

    public int Ring(string door)
    {
        RingHandler? handlers;
        int rings;
        lock (_gate)
        {
            handlers = _rung;
            rings = ++_rings;
        }
        handlers?.Invoke(door, DateTime.UtcNow);
        return rings;
    }
}

public static class Porch
{
    public static void RingAll(Doorbell bell, string[] doors, RingHandler logger)
    {
        bell.Rung += logger;
        Parallel.ForEach(doors, door => bell.Ring(door));
        bell.Rung -= logger;
    }
}
