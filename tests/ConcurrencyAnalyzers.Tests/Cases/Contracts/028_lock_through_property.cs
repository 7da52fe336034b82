using System.Collections.Generic;
using ConcurrencyAnalyzers;

namespace Cases.K028;

class Base
{
    private readonly object _root = new();

    protected object SyncRoot => _root;

    [GuardedBy(nameof(SyncRoot))] protected readonly List<string> Names = [];

    public void Add(string name)
    {
        lock (SyncRoot)
        {
            Names.Add(name);
        }
    }
}

class Derived : Base
{
    private readonly object _other = new();

    public void Clear()
    {
        lock (_other)
        {
            Names.Clear(); // expect: INCONSISTENT_LOCK
        }
    }
}
