// One call finds and fetches; and where nothing is ever removed, what was there stays.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S008;

public sealed class Parcels
{
    private readonly ConcurrentDictionary<string, string> _shelves = new();
    private readonly ConcurrentDictionary<string, int> _weights = new();

    public string Find(string parcel) => _shelves.TryGetValue(parcel, out var shelf) ? shelf : "unknown";

    public int Weigh(string parcel) => _weights.ContainsKey(parcel) ? _weights[parcel] : 0;

    public void Store(string parcel, string shelf, int weight)
    {
        _shelves[parcel] = shelf;
        _weights[parcel] = weight;
    }

    public void Deliver(string parcel) => _shelves.TryRemove(parcel, out _);
}
