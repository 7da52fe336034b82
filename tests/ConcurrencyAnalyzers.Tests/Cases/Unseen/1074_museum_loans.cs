using System.Collections.Immutable;

namespace Cases.L1074;

public sealed record Exhibit(string Id, string Room, decimal Insured);

public sealed class ExhibitRegister
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, List<Exhibit>> _byRoom = new();
    private ImmutableArray<string> _closedRooms = ImmutableArray<string>.Empty;

    public void Place(Exhibit exhibit)
    {
        _rw.EnterWriteLock();
        try
        {
            if (!_byRoom.TryGetValue(exhibit.Room, out var exhibits))
            {
                _byRoom[exhibit.Room] = exhibits = new List<Exhibit>();
            }
            exhibits.Add(exhibit);
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public void CloseRoom(string room)
    {
        _rw.EnterWriteLock();
        try
        {
            _closedRooms = _closedRooms.Add(room);
            _byRoom.Remove(room);
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    public IReadOnlyList<Exhibit> InRoom(string room)
    {
        _rw.EnterReadLock();
        try
        {
            return _byRoom.TryGetValue(room, out var exhibits)
                ? exhibits.ToArray()
                : Array.Empty<Exhibit>();
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    public IReadOnlyList<string> ClosedRooms
    {
        get
        {
            _rw.EnterReadLock();
            try
            {
                return _closedRooms;
            }
            finally
            {
                _rw.ExitReadLock();
            }
        }
    }

    public decimal TotalInsured()
    {
        _rw.EnterReadLock();
        try
        {
            return _byRoom.Values.Sum((List<Exhibit> list) => list.Sum((Exhibit e) => e.Insured));
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }
}
