// A lock without a body to look into is known by members that belong together; a helper that takes it leaves it held.
namespace Cases.R133;

public interface IRoomLock
{
    void ReadLock();

    void ReadUnlock();

    void WriteLock();

    bool TryWriteLock();

    void WriteUnlock();
}

public sealed class Rooms(IRoomLock roomLock)
{
    private readonly IRoomLock _lock = roomLock;
    private readonly Dictionary<string, int> _guests = new();

    public void Start() => Task.Run(Tidy);

    public void Enter(string room)
    {
        try
        {
            _lock.WriteLock();
            _guests[room] = _guests.GetValueOrDefault(room) + 1;
        }
        finally
        {
            _lock.WriteUnlock();
        }
    }

    public int Count(string room)
    {
        _lock.ReadLock();
        try
        {
            return _guests.GetValueOrDefault(room);
        }
        finally
        {
            _lock.ReadUnlock();
        }
    }

    public async Task EmptyAsync()
    {
        await TakeAsync();
        try
        {
            _guests.Clear();
        }
        finally
        {
            _lock.WriteUnlock();
        }
    }

    public bool TryLeave(string room)
    {
        if (!_lock.TryWriteLock())
            return false;
        try
        {
            return _guests.Remove(room);
        }
        finally
        {
            _lock.WriteUnlock();
        }
    }

    private async Task TakeAsync()
    {
        while (!_lock.TryWriteLock())
            await Task.Yield();
    }

    private void Tidy()
    {
        _lock.WriteLock();
        try
        {
            foreach (var room in _guests.Keys.ToArray())
                if (_guests[room] == 0)
                    _guests.Remove(room);
        }
        finally
        {
            _lock.WriteUnlock();
        }
    }
}
