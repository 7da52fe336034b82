// The stack is pushed with an exchange, and popped without one.
namespace Cases.A201;

public sealed class LockFree<T>
{
    private sealed class Node(T value) { public readonly T Value = value; public Node? Next; }
    private Node? _head;
    public void Push(T v)
    {
        var n = new Node(v);
        do { n.Next = Volatile.Read(ref _head); } while (Interlocked.CompareExchange(ref _head, n, n.Next) != n.Next);
    }
    public bool TryPop(out T v)
    {
        var h = _head;
        if (h == null) { v = default!; return false; }
        _head = h.Next; // expect: NON_ATOMIC, RACE?, CHECK_THEN_ACT?
        v = h.Value;
        return true;
    }
}
