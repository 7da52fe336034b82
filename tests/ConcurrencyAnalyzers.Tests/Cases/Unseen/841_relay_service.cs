// Two requests can both find _relay null and each open a connection; one of them leaks. difficulty: easy
using System.Net.Sockets;

namespace Cases.U841;

public sealed class RelayService(string host, int port)
{
    private UdpClient? _relay;

    public Task ForwardAllAsync(IEnumerable<byte[]> datagrams, CancellationToken token) =>
        Parallel.ForEachAsync(datagrams, token, async (datagram, cancel) =>
        {
            if (datagram.Length is > 0 and <= 1400)
            {
                await Relay().SendAsync(datagram, cancel).ConfigureAwait(false); // expect: LAZY_INIT?, RACE?
            }
        });

    private UdpClient Relay() => _relay ??= Connect(); // expect: LAZY_INIT, RACE?

    private UdpClient Connect()
    {
        var client = new UdpClient();
        client.Connect(host, port);
        return client;
    }
}
