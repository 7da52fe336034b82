using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace POrganWindSafe;

public sealed class BlowerLink
{
    private static int s_opened;
    private int _sent;

    private BlowerLink(int port) => Port = port;

    public int Port { get; }

    public static int Opened => Volatile.Read(ref s_opened);

    public static async Task<BlowerLink> OpenAsync(int port)
    {
        await Task.Delay(5).ConfigureAwait(false);
        Interlocked.Increment(ref s_opened);
        return new BlowerLink(port);
    }

    public int Send(int pressure) => Interlocked.Add(ref _sent, pressure);
}

public sealed class BlowerClient
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly int _port;
    private BlowerLink? _link;

    public BlowerClient(int port) => _port = port;

    public async Task<int> SetPressureAsync(int pressure)
    {
        var link = await ConnectAsync().ConfigureAwait(false);
        return link.Send(pressure);
    }

    private async Task<BlowerLink> ConnectAsync()
    {
        await _opening.WaitAsync().ConfigureAwait(false);
        try
        {
            if (_link is null)
            {
                _link = await BlowerLink.OpenAsync(_port).ConfigureAwait(false);
            }
            return _link;
        }
        finally
        {
            _opening.Release();
        }
    }
}

public static class OrganLoft
{
    public static async Task<int> RehearseAsync()
    {
        var client = new BlowerClient(9100);
        var stops = Enumerable.Range(60, 12).Select(p => Task.Run(() => client.SetPressureAsync(p)));
        await Task.WhenAll(stops);
        return BlowerLink.Opened;
    }
}
