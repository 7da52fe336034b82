using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Cases.L1094;

public sealed class RelayPeers
{
    private ImmutableDictionary<IPEndPoint, string> _peers = ImmutableDictionary<IPEndPoint, string>.Empty;

    public bool Join(IPEndPoint peer, string name) => ImmutableInterlocked.TryAdd(ref _peers, peer, name);

    public void Rename(IPEndPoint peer, string name) =>
        ImmutableInterlocked.Update(
            ref _peers,
            static (peers, change) => peers.ContainsKey(change.peer) ? peers.SetItem(change.peer, change.name) : peers,
            (peer, name));

    public bool Leave(IPEndPoint peer) => ImmutableInterlocked.TryRemove(ref _peers, peer, out _);

    public async Task<int> SendAllAsync(UdpClient socket, ReadOnlyMemory<byte> datagram, CancellationToken ct)
    {
        int sent = 0;
        foreach (IPEndPoint peer in Volatile.Read(ref _peers).Keys)
        {
            await socket.SendAsync(datagram, peer, ct);
            sent++;
        }
        return sent;
    }

    public string Describe()
    {
        ImmutableDictionary<IPEndPoint, string> peers = Volatile.Read(ref _peers);
        return string.Join(", ", peers.Select(p => $"{p.Value}@{p.Key}"));
    }
}

public static class Program
{
    public static async Task Main()
    {
        var peers = new RelayPeers();
        using var socket = new UdpClient(0);
        Task[] churn = Enumerable.Range(0, 4).Select(n => Task.Run(() =>
        {
            for (int i = 0; i < 100; i++)
            {
                var peer = new IPEndPoint(IPAddress.Loopback, 20_000 + n * 100 + i);
                peers.Join(peer, $"peer-{n}-{i}");
                peers.Rename(peer, $"peer-{n}");
                if (i % 4 != 0)
                {
                    peers.Leave(peer);
                }
            }
        })).ToArray();
        Task<int> sending = peers.SendAllAsync(socket, new byte[] { 1, 2, 3 }, CancellationToken.None);
        await Task.WhenAll(churn);
        Console.WriteLine($"{await sending} sent; {peers.Describe()}");
    }
}
