using ConcurrencyAnalyzers;

namespace Cases.K008;

class Node
{
    private readonly object _gate = new();
    [GuardedBy(nameof(_gate))] private int _weight;
    [GuardedBy(nameof(_gate))] private Node? _next;

    public int Compare(Node other)
    {
        lock (_gate)
        {
            return _weight - other._weight; // expect: INCONSISTENT_LOCK
        }
    }

    public bool Lighter(Node other)
    {
        lock (other._gate)
        {
            return other._weight < 3;
        }
    }

    public void Link(Node other)
    {
        lock (_gate)
        {
            _next = other;
        }
    }

    public int Peek()
    {
        lock (_gate)
        {
            return _next is { } next ? next._weight : 0; // expect: INCONSISTENT_LOCK
        }
    }
}
