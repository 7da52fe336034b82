// What a caller is given to end runs when the caller pleases, not under the lock under which it was made.
using System;
using System.Collections.Generic;

namespace GivenBackLater;

public sealed class Reservation(int seat, Action<int> cancel)
{
    public int Seat { get; } = seat;

    public void Cancel() => cancel(Seat);
}

public sealed class Theatre
{
    private readonly object _plan = new();
    private readonly SortedSet<int> _free = new();

    public void Open(int seats)
    {
        lock (_plan)
        {
            for (var seat = 0; seat < seats; seat++)
                _free.Add(seat);
        }
    }

    public Reservation? Reserve()
    {
        lock (_plan)
        {
            if (_free.Count == 0)
                return null;
            var seat = _free.Min;
            _free.Remove(seat);
            return new Reservation(seat, given => _free.Add(given)); // expect: INCONSISTENT_LOCK
        }
    }

    public bool IsSoldOut()
    {
        lock (_plan)
            return _free.Count == 0;
    }
}
