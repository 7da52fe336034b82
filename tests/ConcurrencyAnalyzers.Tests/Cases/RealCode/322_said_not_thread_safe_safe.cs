using System.Threading;

namespace RealCode322;

// The chain is read by anybody; who appends to it is told, in the member's documentation, to see to it that he is alone.
public sealed class Chain
{
    private volatile Link? _tail;
    private volatile Link? _head;

    public sealed class Link
    {
        public Link? Next;
    }

    public Link? Head => _head;

    /// <summary>
    /// Appends a link. This method is not thread safe: there is one writer at a time.
    /// </summary>
    public void Append(Link link)
    {
        if (_tail == null)
        {
            _head = _tail = link;
        }
        else
        {
            _tail.Next = link;
            _tail = _tail.Next;
        }
    }

    public bool TryTakeFirst(out Link? first)
    {
        first = _head;
        return first != null && Interlocked.CompareExchange(ref _head, first.Next, first) == first;
    }
}
