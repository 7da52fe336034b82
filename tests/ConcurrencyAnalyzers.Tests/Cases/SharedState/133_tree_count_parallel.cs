// A recursive walk forks per child; the visitor's counter is one for all.
namespace Cases.S133;

public sealed record Node(string Name, IReadOnlyList<Node> Children);

public sealed class Walker
{
    private int _nodes;

    public int Count(Node root)
    {
        Visit(root);
        return _nodes;
    }

    private void Visit(Node node)
    {
        _nodes++; // expect: RACE
        Parallel.ForEach(node.Children, Visit);
    }
}
