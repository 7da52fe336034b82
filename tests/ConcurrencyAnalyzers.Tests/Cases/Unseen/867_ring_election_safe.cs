// Between two barrier phases each thread reads the old array and writes its own cell of the new one; the arrays are swapped in the post-phase action, when all wait. difficulty: hard
namespace Cases.U867;

public sealed class RingElection
{
    private int[] _known;
    private int[] _next;
    private int _round;

    public RingElection(IReadOnlyList<int> priorities)
    {
        _known = [.. priorities];
        _next = new int[_known.Length];
    }

    public int Run()
    {
        var nodes = _known.Length;
        using var barrier = new Barrier(nodes, _ =>
        {
            (_known, _next) = (_next, _known);
            _round++;
        });

        var threads = new Thread[nodes];
        for (var n = 0; n < nodes; n++)
        {
            var node = n;
            threads[n] = new Thread(() => Gossip(node, nodes, barrier));
            threads[n].Start();
        }
        foreach (var thread in threads)
        {
            thread.Join();
        }
        return _known[0];
    }

    private void Gossip(int node, int nodes, Barrier barrier)
    {
        var left = (node + nodes - 1) % nodes;
        while (_round < nodes)
        {
            _next[node] = Math.Max(_known[node], _known[left]);
            barrier.SignalAndWait();
        }
    }
}
