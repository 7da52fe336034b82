// Books the slots of a recording studio; a look at the number of free slots spares most callers the booking when the day is full. difficulty: medium
using System.Collections.Generic;
using System.Threading;

namespace Menagerie.M1533;

public sealed record StudioSlot(int Hour, string Band);

public sealed class StudioDay(int firstHour, int lastHour)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<int, StudioSlot> _booked = [];

    public StudioSlot? Book(string band)
    {
        if (FreeHours() == 0)
        {
            return null;
        }
        return TryOccupy(band);
    }

    public bool Cancel(StudioSlot slot)
    {
        lock (_gate)
        {
            return _booked.TryGetValue(slot.Hour, out var booked) && booked == slot && _booked.Remove(slot.Hour);
        }
    }

    public int FreeHours()
    {
        lock (_gate)
        {
            return lastHour - firstHour + 1 - _booked.Count;
        }
    }

    private StudioSlot? TryOccupy(string band)
    {
        lock (_gate)
        {
            for (int hour = firstHour; hour <= lastHour; hour++)
            {
                var slot = new StudioSlot(hour, band);
                if (_booked.TryAdd(hour, slot))
                {
                    return slot;
                }
            }
            return null;
        }
    }
}
