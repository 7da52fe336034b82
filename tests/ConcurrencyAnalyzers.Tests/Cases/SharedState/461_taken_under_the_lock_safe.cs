using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;

namespace TakenUnderTheLockSafe;

public sealed class Pad
{
    private readonly object _gate = new();
    private List<int> _sheet = new();

    public int Note(int sighting)
    {
        lock (_gate)
        {
            _sheet.Add(sighting);
            return _sheet.Count;
        }
    }

    public List<int> TearOff()
    {
        List<int> full;
        lock (_gate)
            full = Interlocked.Exchange(ref _sheet, new List<int>());
        full.Sort();
        return full;
    }
}

// Never changed where others can see it: each change makes a new one.
public sealed class Copied
{
    private readonly object _gate = new();
    private ImmutableList<int> _items = [];

    public void Add(int item)
    {
        lock (_gate)
            Volatile.Write(ref _items, _items.Add(item));
    }

    public ImmutableList<int> Now => Volatile.Read(ref _items);
}

// The lock is there for something else, the bag takes several at once.
public sealed class Bag
{
    private readonly object _gate = new();
    private ConcurrentBag<int> _items = new();
    private long _sum;

    public void Add(int item)
    {
        lock (_gate)
        {
            _items.Add(item);
            _sum += item;
        }
    }

    public long Sum
    {
        get
        {
            lock (_gate)
                return _sum;
        }
    }

    public int Take() => Interlocked.Exchange(ref _items, new ConcurrentBag<int>()).Count;
}

// Ended by who is alone with it.
public sealed class Ended
{
    private readonly object _gate = new();
    private List<int>? _items = new();

    public void Add(int item)
    {
        lock (_gate)
            _items?.Add(item);
    }

    public void Dispose() => Interlocked.Exchange(ref _items, null)?.Clear();
}
