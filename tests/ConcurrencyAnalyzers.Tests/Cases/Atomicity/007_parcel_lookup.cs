// The parcel can be delivered, and removed, between the test and the look-up, which then throws.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S007;

public sealed class Parcels
{
    private readonly ConcurrentDictionary<string, string> _shelves = new();

    public string Find(string parcel)
    {
        if (_shelves.ContainsKey(parcel))
        {
            return _shelves[parcel]; // expect: CHECK_THEN_ACT
        }

        return "unknown";
    }

    public void Store(string parcel, string shelf) => _shelves[parcel] = shelf;

    public void Deliver(string parcel) => _shelves.TryRemove(parcel, out _);
}
