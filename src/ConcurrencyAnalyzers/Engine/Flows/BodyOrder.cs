using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Flows;

/// <summary>The nodes of one body in evaluation order, with what encloses each: enough to say what may follow what.</summary>
internal sealed class BodyOrder
{
    private readonly List<Node> _nodes = [];
    private readonly List<int> _parents = [];
    private readonly List<int> _child = [];

    public BodyOrder(BodyFacts body) => Add(body.Root, -1, 0);

    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>Whether the second node can run after the first in the same call, going forward.</summary>
    public bool MayFollow(int first, int second)
    {
        if (second <= first)
            return false;
        var above = Ancestors(second).ToDictionary(static pair => pair.Node, static pair => pair.Child);
        foreach (var (node, child) in Ancestors(first))
        {
            if (above.TryGetValue(node, out var other))
            {
                return _nodes[node] switch
                {
                    Branch => child == 0 || child == other,
                    TryNode attempt => child == other || attempt.Cleanup is not null && other == attempt.Handlers.Length + 1,
                    _ => true,
                };
            }

            if (_nodes[node] is Sequence sequence)
                for (var i = child + 1; i < sequence.Nodes.Length; i++)
                    if (sequence.Nodes[i] is Jump { Kind: JumpKind.Return or JumpKind.Throw })
                        return false;
        }

        return true;
    }

    /// <summary>The innermost loop around a node that does not enclose the other one; null where there is none.</summary>
    public Loop? LoopAround(int position, int outside)
    {
        var shared = new HashSet<int>(Ancestors(outside).Select(static pair => pair.Node));
        foreach (var (node, _) in Ancestors(position))
            if (!shared.Contains(node) && IsLoop(_nodes[node]))
                return (Loop)_nodes[node];
        return null;
    }

    /// <summary>Some loop encloses both.</summary>
    public bool ShareLoop(int first, int second)
    {
        var above = new HashSet<int>(Ancestors(first).Select(static pair => pair.Node));
        return Ancestors(second).Any(pair => above.Contains(pair.Node) && IsLoop(_nodes[pair.Node]));
    }

    public IEnumerable<Loop> LoopsAround(int position) => Ancestors(position).Select(pair => _nodes[pair.Node]).Where(IsLoop).Cast<Loop>();

    // A switch is lowered to a loop that turns once.
    private static bool IsLoop(Node node) => node is Loop loop && !(loop.Kind == LoopKind.DoWhile && loop.Trips.Constant == 1);

    private IEnumerable<(int Node, int Child)> Ancestors(int position)
    {
        for (var current = position; _parents[current] >= 0; current = _parents[current])
            yield return (_parents[current], _child[current]);
    }

    private void Add(Node node, int parent, int child)
    {
        var position = _nodes.Count;
        _nodes.Add(node);
        _parents.Add(parent);
        _child.Add(child);
        var index = 0;
        foreach (var below in node.Children())
            Add(below, position, index++);
    }
}
