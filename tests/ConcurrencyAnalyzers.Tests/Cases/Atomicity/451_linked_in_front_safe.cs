using System.Threading;

namespace LinkedInFrontSafe;

public sealed class Link<T>(T value)
{
    public T Value { get; } = value;

    public Link<T>? Below;

    public volatile Link<T>? Next;
}

public sealed class ByCompareExchange<T>
{
    private volatile Link<T>? _top;

    public void Push(T value)
    {
        var link = new Link<T>(value);
        link.Below = _top;
        while (Interlocked.CompareExchange(ref _top, link, link.Below) is var seen && seen != link.Below)
            link.Below = seen;
    }

    public Link<T>? TakeAll() => Interlocked.Exchange(ref _top, null);
}

// Who comes next is linked behind: the exchange says behind whom.
public sealed class BehindTheLast<T>
{
    private readonly Link<T> _head;
    private Link<T> _tail;

    public BehindTheLast(T first) => _head = _tail = new Link<T>(first);

    public void Add(T value)
    {
        var link = new Link<T>(value);
        var before = Interlocked.Exchange(ref _tail, link);
        before.Next = link;
    }

    public Link<T>? First => _head.Next;
}

// One thread pushes, the others read.
public sealed class OneWriter<T>
{
    private volatile Link<T>? _top;

    public void Push(T value)
    {
        var link = new Link<T>(value);
        link.Below = _top;
        _top = link;
    }

    public int Count()
    {
        var count = 0;
        for (var link = _top; link is not null; link = link.Below)
            count++;
        return count;
    }
}

public sealed class UnderTheLock<T>
{
    private readonly Lock _gate = new();
    private Link<T>? _top;

    public void Push(T value)
    {
        var link = new Link<T>(value);
        lock (_gate)
        {
            link.Below = _top;
            _top = link;
        }
    }

    public Link<T>? TakeAll()
    {
        lock (_gate)
        {
            var all = _top;
            _top = null;
            return all;
        }
    }
}

// Volatile says that others read; that several push it does not say.
public sealed class Bucket<T>
{
    private volatile Link<T>? _head;

    public void Add(T value)
    {
        var link = new Link<T>(value);
        link.Below = _head;
        _head = link;
    }

    public void Forget() => _head = null;
}
