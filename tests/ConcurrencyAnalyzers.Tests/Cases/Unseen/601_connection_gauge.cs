// Tracks open connections and their peak; connections are served on the pool.
using System;
using System.IO;
using System.Net;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U601;

public sealed class ConnectionGauge
{
    private int _open;
    private int _peak;

    public int Open => Volatile.Read(ref _open);

    public int Peak => Volatile.Read(ref _peak);

    public void Enter()
    {
        var open = Interlocked.Increment(ref _open);
        if (open > Volatile.Read(ref _peak)) // expect: NON_ATOMIC?
        {
            Interlocked.Exchange(ref _peak, open); // expect: NON_ATOMIC
        }
    }

    public void Leave() => Interlocked.Decrement(ref _open);
}

public sealed class EchoServer
{
    private readonly ConnectionGauge _gauge;
    private readonly TcpListener _listener;

    public EchoServer(int port, ConnectionGauge gauge)
    {
        _gauge = gauge;
        _listener = new TcpListener(IPAddress.Loopback, port);
    }

    public async Task ServeAsync(int acceptors, CancellationToken ct)
    {
        _listener.Start();
        var loops = new Task[acceptors];
        for (var i = 0; i < acceptors; i++)
        {
            loops[i] = Task.Run(() => AcceptLoopAsync(ct), CancellationToken.None);
        }

        await Task.WhenAll(loops);
        _listener.Stop();
    }

    private async Task AcceptLoopAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(ct);
                await EchoAsync(client, ct);
            }
            catch (Exception ex) when (ex is IOException or SocketException or OperationCanceledException)
            {
                Console.Error.WriteLine(ex.Message);
            }
        }
    }

    private async Task EchoAsync(TcpClient client, CancellationToken ct)
    {
        _gauge.Enter();
        try
        {
            var stream = client.GetStream();
            await stream.CopyToAsync(stream, ct);
        }
        finally
        {
            _gauge.Leave();
        }
    }
}
