// The singers of a choir register for rehearsals; the conductor prints who is coming. difficulty: hard
using System.Collections.Concurrent;

namespace Cabinet.C1419;

public sealed class ChoirAttendance
{
    private readonly ConcurrentDictionary<DateOnly, List<string>> _rehearsals = new();

    public void Register(DateOnly day, string singer)
    {
        var singers = _rehearsals.GetOrAdd(day, _ => []);
        lock (singers)
        {
            if (!singers.Contains(singer))
            {
                singers.Add(singer);
            }
        }
    }

    public void Cancel(DateOnly day, string singer)
    {
        if (_rehearsals.TryGetValue(day, out var singers))
        {
            lock (singers)
            {
                singers.Remove(singer);
            }
        }
    }

    public string Print(DateOnly day)
    {
        return _rehearsals.TryGetValue(day, out var singers)
            ? string.Join(", ", singers) // expect: INCONSISTENT_LOCK, RACE?
            : "nobody";
    }
}
