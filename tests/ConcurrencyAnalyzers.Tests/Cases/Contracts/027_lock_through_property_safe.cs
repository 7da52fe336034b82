using System.Collections.Generic;
using ConcurrencyAnalyzers;

namespace Cases.K027;

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
    public void Clear()
    {
        lock (SyncRoot)
        {
            Names.Clear();
        }
    }
}

class Wrapper
{
    private readonly Inner _inner = new();
    [GuardedBy("_inner.Gate")] private int _hits;

    public void Hit()
    {
        lock (_inner.Gate)
        {
            _hits++;
        }
    }

    private sealed class Inner
    {
        internal readonly object Gate = new();
    }
}
