using System.Threading;

namespace LinkedInFront;

public sealed class Link<T>(T value)
{
    public T Value { get; } = value;

    public Link<T>? Below;

    public Link<T>? Next { get; set; }
}

public sealed class ByMember<T>
{
    private volatile Link<T>? _top;

    public void Push(T value)
    {
        var link = new Link<T>(value);
        link.Below = _top; // expect: NON_ATOMIC#1
        _top = link; // expect: NON_ATOMIC#1
    }

    public Link<T>? TakeAll() => Interlocked.Exchange(ref _top, null);
}

public sealed class ByVariable<T>
{
    private Link<T>? _top;

    public void Push(T value)
    {
        var link = new Link<T>(value);
        var former = Volatile.Read(ref _top); // expect: NON_ATOMIC#2
        link.Next = former;
        Volatile.Write(ref _top, link); // expect: NON_ATOMIC#2
    }

    public Link<T>? TakeAll() => Interlocked.Exchange(ref _top, null);
}

public sealed class ByExchange<T>
{
    private Link<T>? _top;

    public void Push(T value)
    {
        var link = new Link<T>(value);
        link.Below = Volatile.Read(ref _top); // expect: NON_ATOMIC#3
        Interlocked.Exchange(ref _top, link); // expect: NON_ATOMIC#3
    }

    public Link<T>? TakeAll() => Interlocked.Exchange(ref _top, null);
}

public sealed class ByInitializer<T>
{
    private volatile Link<T>? _top;

    public void Push(T value) => _top = new Link<T>(value) { Below = _top }; // expect: NON_ATOMIC

    public Link<T>? TakeAll() => Interlocked.Exchange(ref _top, null);
}

public sealed class Taken<T>
{
    private volatile Link<T>? _top;

    public void Push(T value)
    {
        var link = new Link<T>(value);
        Link<T>? seen;
        do
        {
            seen = _top;
            link.Below = seen;
        }
        while (Interlocked.CompareExchange(ref _top, link, seen) != seen);
    }

    public Link<T>? Pop()
    {
        var top = _top; // expect: NON_ATOMIC#4
        if (top is null)
            return null;
        _top = top.Below; // expect: NON_ATOMIC#4
        return top;
    }
}
