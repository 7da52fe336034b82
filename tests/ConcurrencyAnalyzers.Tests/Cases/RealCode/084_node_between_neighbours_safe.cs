// A node that is put into the list is linked to its neighbours, under the list's lock.
namespace Cases.R084;

public sealed class Node(string name)
{
    public Node? Next;
    public Node? Previous;

    public string Name => name;
}

public sealed class Chain
{
    private readonly object _gate = new();
    private readonly Node _head = new("head");
    private readonly Node _tail = new("tail");

    public Chain()
    {
        _head.Next = _tail;
        _tail.Previous = _head;
    }

    public void AddFirst(string name)
    {
        var node = new Node(name);
        lock (_gate)
            Link(node);
    }

    public void AddLast(string name)
    {
        var node = new Node(name);
        lock (_gate)
            Append(node);
    }

    private void Link(Node node)
    {
        var next = _head.Next;
        node.Previous = _head;
        node.Next = next;
        _head.Next = node;
        next!.Previous = node;
    }

    private void Append(Node node)
    {
        var previous = _tail.Previous;
        node.Previous = previous;
        node.Next = _tail;
        previous!.Next = node;
        _tail.Previous = node;
    }
}
