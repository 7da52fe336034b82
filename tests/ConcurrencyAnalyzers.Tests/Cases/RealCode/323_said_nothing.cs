using System.Threading;

namespace RealCode323;

// The same chain, and nobody is told that only one may append.
public sealed class Chain
{
    private volatile Link? _tail;
    private volatile Link? _head;

    public sealed class Link
    {
        public Link? Next;
    }

    public Link? Head => _head;

    /// <summary>Appends a link.</summary>
    public void Append(Link link)
    {
        if (_tail == null)
        {
            _head = _tail = link; // expect: CHECK_THEN_ACT?
        }
        else
        {
            _tail.Next = link;
            _tail = _tail.Next; // expect: NON_ATOMIC
        }
    }

    public bool TryTakeFirst(out Link? first)
    {
        first = _head;
        return first != null && Interlocked.CompareExchange(ref _head, first.Next, first) == first;
    }
}
