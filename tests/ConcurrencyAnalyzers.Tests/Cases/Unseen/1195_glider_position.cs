using System.Net.Sockets;

namespace Blind.C1195;

public sealed class GliderTracker : IAsyncDisposable
{
    private readonly UdpClient _socket;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _receiving;
    private (double Latitude, double Longitude, decimal Altitude) _position;
    private int _packets;

    public GliderTracker(int port)
    {
        _socket = new UdpClient(port);
        _receiving = Task.Run(ReceiveAsync);
    }

    public int Packets => Volatile.Read(ref _packets);

    public double DistanceTo(double latitude, double longitude)
    {
        var here = _position; // expect: RACE#1
        var dy = here.Latitude - latitude;
        var dx = here.Longitude - longitude;
        return Math.Sqrt(dx * dx + dy * dy);
    }

    private async Task ReceiveAsync()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                var packet = await _socket.ReceiveAsync(_stop.Token);
                if (packet.Buffer.Length < 20)
                {
                    continue;
                }

                var latitude = BitConverter.ToDouble(packet.Buffer, 0);
                var longitude = BitConverter.ToDouble(packet.Buffer, 8);
                var altitude = BitConverter.ToInt32(packet.Buffer, 16) / 100m;
                _position = (latitude, longitude, altitude); // expect: RACE#1
                Interlocked.Increment(ref _packets);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _receiving;
        _socket.Dispose();
        _stop.Dispose();
    }
}
