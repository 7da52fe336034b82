// All writers look and write under one lock, although the map is a concurrent one; readers without the lock make a single call. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U786;

public sealed class LockerRoom(int lockers)
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, int> _byGuest = new();
    private readonly SortedSet<int> _free = new(Enumerable.Range(1, lockers));

    public int? LockerOf(string guest) => _byGuest.TryGetValue(guest, out int locker) ? locker : null;

    public int? Assign(string guest)
    {
        lock (_gate)
        {
            if (_byGuest.ContainsKey(guest))
            {
                return _byGuest[guest];
            }
            if (!HasFree())
            {
                return null;
            }
            int locker = TakeFirst();
            _byGuest[guest] = locker;
            return locker;
        }
    }

    public void Leave(string guest)
    {
        lock (_gate)
        {
            if (_byGuest.ContainsKey(guest))
            {
                _free.Add(_byGuest[guest]);
                _byGuest.TryRemove(guest, out _);
            }
        }
    }

    public static int Fill(int lockers, IEnumerable<string> guests)
    {
        var room = new LockerRoom(lockers);
        Parallel.ForEach(guests, guest =>
        {
            if (room.LockerOf(guest) == null)
            {
                room.Assign(guest);
            }
        });
        return room._byGuest.Count;
    }

    private bool HasFree() => _free.Count > 0;

    private int TakeFirst()
    {
        int locker = _free.Min;
        _free.Remove(locker);
        return locker;
    }
}
