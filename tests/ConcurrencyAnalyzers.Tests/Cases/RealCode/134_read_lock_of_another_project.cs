// The nearest wrong ones: a change under the lock of those who read, and one after the lock is given back.
namespace Cases.R134;

public interface IRoomLock
{
    void ReadLock();

    void ReadUnlock();

    void WriteLock();

    void WriteUnlock();
}

public sealed class Rooms(IRoomLock roomLock)
{
    private readonly IRoomLock _lock = roomLock;
    private readonly Dictionary<string, int> _guests = new();
    private readonly Dictionary<string, int> _visits = new();

    public void Start() => Task.Run(Tidy);

    public void Enter(string room)
    {
        _lock.ReadLock();
        try
        {
            _guests[room] = 1; // expect: RACE
        }
        finally
        {
            _lock.ReadUnlock();
        }

        _visits[room] = 1; // expect: RACE
    }

    private void Tidy()
    {
        _lock.ReadLock();
        var count = _guests.Count(static guest => guest.Value == 0); // expect: RACE?
        _lock.ReadUnlock();
        Console.WriteLine(count);
        _lock.WriteLock();
        _visits.Clear(); // expect: RACE?
        _lock.WriteUnlock();
    }
}
