using System.Collections.Immutable;

namespace Lsm;

public sealed class MemTable
{
    private sealed record State(ImmutableSortedDictionary<string, byte[]> Active, ImmutableStack<ImmutableSortedDictionary<string, byte[]>> Frozen);

    private readonly Lock _writers = new();
    private readonly int _limit;
    private volatile State _state = new(ImmutableSortedDictionary<string, byte[]>.Empty, []);

    public MemTable(int limit) => _limit = limit;

    public void Put(string key, byte[] value)
    {
        lock (_writers)
        {
            State current = _state;
            ImmutableSortedDictionary<string, byte[]> active = current.Active.SetItem(key, value);
            _state = active.Count < _limit
                ? current with { Active = active }
                : new State(ImmutableSortedDictionary<string, byte[]>.Empty, current.Frozen.Push(active));
        }
    }

    public byte[]? Get(string key)
    {
        State snapshot = _state;
        if (snapshot.Active.TryGetValue(key, out byte[]? value))
        {
            return value;
        }
        foreach (ImmutableSortedDictionary<string, byte[]> table in snapshot.Frozen)
        {
            if (table.TryGetValue(key, out value))
            {
                return value;
            }
        }
        return null;
    }

    public IEnumerable<KeyValuePair<string, byte[]>> Scan(string from)
    {
        State snapshot = _state;
        foreach (KeyValuePair<string, byte[]> pair in snapshot.Active)
        {
            if (string.CompareOrdinal(pair.Key, from) >= 0)
            {
                yield return pair;
            }
        }
    }

    public IReadOnlyList<ImmutableSortedDictionary<string, byte[]>> TakeFrozen()
    {
        lock (_writers)
        {
            State current = _state;
            _state = current with { Frozen = [] };
            return current.Frozen.ToArray();
        }
    }
}
