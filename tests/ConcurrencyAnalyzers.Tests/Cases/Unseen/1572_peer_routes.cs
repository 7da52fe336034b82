// Learns routes from the announcements of several peers into one routing table.
using System.Collections.Immutable;

namespace Cases.U1572;

public sealed record Announcement(string Prefix, string NextHop, int Metric);

public sealed class PeerRoutes
{
    private volatile ImmutableDictionary<string, Announcement> _best =
        ImmutableDictionary<string, Announcement>.Empty;

    public int Count => _best.Count;

    public string? NextHop(string prefix) => _best.GetValueOrDefault(prefix)?.NextHop;

    public void Learn(Announcement announcement)
    {
        var current = _best; // expect: NON_ATOMIC?, RACE?
        if (current.TryGetValue(announcement.Prefix, out var known) && known.Metric <= announcement.Metric)
        {
            return;
        }
        _best = current.SetItem(announcement.Prefix, announcement); // expect: NON_ATOMIC, RACE?
    }
}

public sealed class Peer(string name, IReadOnlyList<Announcement> feed)
{
    public string Name => name;

    public void Replay(PeerRoutes routes)
    {
        foreach (var announcement in feed)
        {
            routes.Learn(announcement);
        }
    }
}

public static class RouteServer
{
    public static int Converge(IReadOnlyList<Peer> peers)
    {
        var routes = new PeerRoutes();
        var sessions = peers.Select(peer => Open(peer, routes)).ToList();
        sessions.ForEach(s => s.Join());
        return routes.Count;
    }

    private static Thread Open(Peer peer, PeerRoutes routes)
    {
        var thread = new Thread(() => peer.Replay(routes)) { Name = peer.Name };
        thread.Start();
        return thread;
    }
}
