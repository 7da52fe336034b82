// The nearest wrong one to a queue of one reader: whoever puts something in makes a link around the first one, and counts.
namespace Cases.R119;

public sealed class Stack<T>
{
    private sealed class Link(T value, Link? next)
    {
        public readonly T Value = value;
        public readonly Link? Next = next;
    }

    private volatile Link? _top;
    private int _count;

    public int Count => _count;

    public bool IsEmpty => _top == null;

    public void Push(T value)
    {
        _top = new Link(value, _top); // expect: NON_ATOMIC
        _count++;
    }
}
