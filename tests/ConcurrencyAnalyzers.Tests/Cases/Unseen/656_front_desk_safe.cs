// What leaves the lock is a copy, an immutable object or a value; a live list is only handed to a helper inside the lock. difficulty: medium
using System.Collections.Immutable;

namespace Cases.U656;

public sealed record Booking(string Guest, int Room, int Nights);

public sealed class FrontDesk
{
    private readonly object _gate = new();
    private readonly List<Booking> _bookings = [];
    private ImmutableSortedSet<int> _occupied = ImmutableSortedSet<int>.Empty;
    private Booking? _latest;

    public IReadOnlyList<Booking> Bookings
    {
        get
        {
            lock (_gate)
            {
                return _bookings.ToArray();
            }
        }
    }

    public IReadOnlySet<int> Occupied
    {
        get
        {
            lock (_gate)
            {
                return _occupied;
            }
        }
    }

    public Booking? Latest
    {
        get
        {
            lock (_gate)
            {
                return _latest;
            }
        }
    }

    public bool TryBook(Booking booking)
    {
        lock (_gate)
        {
            if (_occupied.Contains(booking.Room))
            {
                return false;
            }
            _occupied = _occupied.Add(booking.Room);
            _bookings.Add(booking);
            _latest = booking;
            return true;
        }
    }

    public string Describe()
    {
        lock (_gate)
        {
            return Format(_bookings);
        }
    }

    private static string Format(List<Booking> bookings)
    {
        var live = bookings;
        return $"{live.Count} bookings, {live.Sum(booking => booking.Nights)} nights";
    }
}
