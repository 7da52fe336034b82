// The nearest wrong one: the caller's node is given the list's first one, and stays outside.
namespace Cases.R085;

public sealed class Node(string name)
{
    public Node? Next;

    public string Name => name;
}

public sealed class Chain
{
    private readonly object _gate = new();
    private readonly List<Node> _nodes = new();

    public void Add(string name)
    {
        lock (_gate)
            _nodes.Add(new Node(name));
    }

    public void Remove(Node node)
    {
        lock (_gate)
            _nodes.Remove(node);
    }

    public void Lend(Loan loan)
    {
        lock (_gate)
            loan.Nodes = _nodes; // expect: ESCAPES_LOCK
    }
}

public sealed class Loan
{
    public List<Node>? Nodes;
}
