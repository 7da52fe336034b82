// Each node writes only its own slot of next; the swap runs in the post-phase action, when all nodes wait at the barrier. difficulty: hard
namespace Cases.U989;

public sealed class GossipRounds(Func<IReadOnlyList<string>, int, string> listen)
{
    public string[] Run(string[] rumours, int rounds)
    {
        var current = rumours.ToArray();
        var next = new string[rumours.Length];
        using var barrier = new Barrier(rumours.Length, _ => (current, next) = (next, current));

        var nodes = new Thread[rumours.Length];
        for (int n = 0; n < nodes.Length; n++)
        {
            int node = n;
            nodes[node] = new Thread(() =>
            {
                for (int round = 0; round < rounds; round++)
                {
                    next[node] = listen(current, node);
                    barrier.SignalAndWait();
                }
            });
        }
        foreach (var node in nodes)
        {
            node.Start();
        }
        foreach (var node in nodes)
        {
            node.Join();
        }
        return current;
    }
}
