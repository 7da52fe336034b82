// Places at a medium's table are sold online; nobody can book more than there are left. difficulty: hard
using System;
using System.Collections.Concurrent;

namespace Menagerie.M1325;

public sealed class SeanceBookings(int chairs)
{
    private readonly ConcurrentDictionary<DateOnly, int> _left = new();

    public bool TryBook(DateOnly evening, int guests)
    {
        while (true)
        {
            int left = _left.GetOrAdd(evening, chairs);
            if (left < guests)
            {
                return false;
            }
            if (_left.TryUpdate(evening, left - guests, left))
            {
                return true;
            }
        }
    }

    public void Cancel(DateOnly evening, int guests) =>
        _left.AddOrUpdate(evening, chairs, (_, left) => left + guests);
}
