// The public methods lock, the explicitly implemented members that collection code calls do not. difficulty: medium
// Blind: a lone count cannot break anything by itself and is not reported.
using System.Collections;

namespace Cases.U477;

public sealed class Favourites<TItem> : IReadOnlyCollection<TItem>
    where TItem : notnull
{
    private readonly object _gate = new();
    private readonly HashSet<TItem> _items = [];

    int IReadOnlyCollection<TItem>.Count => _items.Count; // blind: INCONSISTENT_LOCK, RACE?

    public bool Add(TItem item)
    {
        lock (_gate)
        {
            return _items.Add(item);
        }
    }

    public bool Remove(TItem item)
    {
        lock (_gate)
        {
            return _items.Remove(item);
        }
    }

    IEnumerator<TItem> IEnumerable<TItem>.GetEnumerator() => _items.GetEnumerator(); // expect: INCONSISTENT_LOCK, ESCAPES_LOCK?, RACE?

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<TItem>)this).GetEnumerator();
}
