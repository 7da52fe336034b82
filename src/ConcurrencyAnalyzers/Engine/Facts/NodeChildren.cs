using System.Collections.Immutable;

namespace ConcurrencyAnalyzers.Engine.Facts;

internal static class NodeChildren
{
    /// <summary>The nodes directly below, in evaluation order.</summary>
    public static IEnumerable<Node> Children(this Node node) => node switch
    {
        Sequence sequence => sequence.Nodes,
        Branch branch => branch.Arms.Insert(0, branch.Condition),
        LockRegion region => [region.Body],
        Loop loop => new[] { loop.Before, loop.Condition, loop.Body, loop.Step }.OfType<Node>(),
        TryNode attempt => attempt.Handlers.Insert(0, attempt.Body).Concat(attempt.Cleanup is null ? [] : [attempt.Cleanup]),
        _ => [],
    };

    /// <summary>The node and all below, in evaluation order. Listed once: many ask again and again.</summary>
    public static ImmutableArray<Node> All(this Node node)
    {
        if (node.Listed.IsDefault && node is not (Sequence or Branch or LockRegion or Loop or TryNode))
            node.Listed = ImmutableArray.Create(node);
        if (node.Listed.IsDefault)
        {
            var all = ImmutableArray.CreateBuilder<Node>();
            var pending = new Stack<Node>();
            pending.Push(node);
            while (pending.Count > 0)
            {
                var next = pending.Pop();
                all.Add(next);
                switch (next)
                {
                    case Sequence sequence:
                        for (var i = sequence.Nodes.Length - 1; i >= 0; i--)
                            pending.Push(sequence.Nodes[i]);
                        break;
                    case Branch or LockRegion or Loop or TryNode:
                        foreach (var child in next.Children().Reverse())
                            pending.Push(child);
                        break;
                }
            }

            node.Listed = all.ToImmutable();
        }

        return node.Listed;
    }
}
