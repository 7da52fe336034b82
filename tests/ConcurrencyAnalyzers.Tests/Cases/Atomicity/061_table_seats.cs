// Count and then add: two guests at the last seat both get in and are told so.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S061;

public sealed class RoundTable(int seats)
{
    private readonly ConcurrentDictionary<string, int> _guests = new();

    public bool Join(string guest, int stake)
    {
        if (_guests.Count < seats)
        {
            return _guests.TryAdd(guest, stake); // expect: CHECK_THEN_ACT
        }
        return false;
    }

    public void Leave(string guest) => _guests.TryRemove(guest, out _);
}
