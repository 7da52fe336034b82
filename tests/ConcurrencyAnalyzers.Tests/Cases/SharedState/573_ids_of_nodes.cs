// A comparer that numbers the nodes it meets, from several threads.
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Threading;
using System.Threading.Tasks;

namespace Workshop.W573;

public sealed class NodeNumbers : IEqualityComparer<object>
{
    private readonly ConcurrentDictionary<object, int> _ids = new(ReferenceEqualityComparer.Instance);
    private int _last;

    public new bool Equals(object? left, object? right) => ReferenceEquals(left, right);

    public int GetHashCode([DisallowNull] object node)
    {
        if (!_ids.ContainsKey(node))
            _ids[node] = Interlocked.Increment(ref _last); // expect: CHECK_THEN_ACT
        return _ids[node];
    }

    public static void Number(object[] nodes)
    {
        var numbers = new NodeNumbers();
        Parallel.ForEach(nodes, node => numbers.GetHashCode(node));
    }
}
