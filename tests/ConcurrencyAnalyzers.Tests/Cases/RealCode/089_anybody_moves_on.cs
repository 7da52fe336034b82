// The nearest wrong one: nothing says who takes, and the link is moved on in two members.
namespace Cases.R089;

public sealed class Chain<T>
{
    private sealed class Link(T value)
    {
        public readonly T Value = value;
        public Link? Next;
    }

    private volatile Link? _first;

    public void Put(T value) => _first = new Link(value) { Next = _first }; // expect: NON_ATOMIC?

    public T Take()
    {
        var value = _first!.Value;
        _first = _first.Next; // expect: NON_ATOMIC
        return value;
    }
}
