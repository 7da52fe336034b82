// The count only says roughly when a cache is full; the seats are handed out under a lock.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S062;

public sealed class RoundTable(int seats)
{
    private readonly object _gate = new();
    private readonly ConcurrentDictionary<string, int> _guests = new();
    private readonly ConcurrentDictionary<string, string> _names = new();

    public bool Join(string guest, int stake)
    {
        lock (_gate)
        {
            return _guests.Count < seats && _guests.TryAdd(guest, stake);
        }
    }

    public string NameOf(string guest)
    {
        if (_names.TryGetValue(guest, out var known))
        {
            return known;
        }
        var name = guest.ToUpperInvariant();
        if (_names.Count < 1000)
        {
            _names.TryAdd(guest, name);
        }
        return name;
    }
}
