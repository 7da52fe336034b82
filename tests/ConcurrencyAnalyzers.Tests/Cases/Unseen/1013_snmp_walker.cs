namespace Network.Snmp;

public sealed record VarBind(string Oid, string Value);

public interface ISnmpAgent
{
    VarBind? GetNext(string community, string oid);
}

public sealed class SnmpWalker(Func<string, ISnmpAgent> connect)
{
    public Dictionary<string, List<VarBind>> Walk(IReadOnlyList<string> hosts, string root)
    {
        var results = new List<VarBind>[hosts.Count];
        var threads = new List<Thread>();
        for (int i = 0; i < hosts.Count; i++)
        {
            var thread = new Thread(() =>
            {
                ISnmpAgent agent = connect(hosts[i]); // expect: CAPTURE#1, RACE?
                results[i] = WalkOne(agent, root); // expect: CAPTURE#1, RACE?
            })
            {
                Name = $"snmp-{hosts[i]}",
            };
            thread.Start();
            threads.Add(thread);
        }
        threads.ForEach(t => t.Join());

        var byHost = new Dictionary<string, List<VarBind>>();
        for (int h = 0; h < hosts.Count; h++)
        {
            byHost[hosts[h]] = results[h];
        }
        return byHost;
    }

    public async Task<int> ProbeAsync(IEnumerable<string> hosts, IReadOnlyList<string> communities)
    {
        int reachable = 0;
        string community = communities[0];
        var probes = new List<Task>();
        foreach (string host in hosts)
        {
            foreach (string candidate in communities)
            {
                community = candidate;
                probes.Add(Task.Run(() =>
                {
                    if (connect(host).GetNext(community, "1.3.6.1.2.1.1") is not null) // expect: CAPTURE, RACE?
                    {
                        Interlocked.Increment(ref reachable);
                    }
                }));
            }
        }
        await Task.WhenAll(probes);
        return reachable;
    }

    private static List<VarBind> WalkOne(ISnmpAgent agent, string root)
    {
        var found = new List<VarBind>();
        string oid = root;
        while (agent.GetNext("public", oid) is { } next && next.Oid.StartsWith(root, StringComparison.Ordinal))
        {
            found.Add(next);
            oid = next.Oid;
        }
        return found;
    }
}
