using System.Threading.Channels;

namespace Blind.C1240;

public readonly record struct Datagram(int Device, byte[] Payload);

public sealed class MeterBridge
{
    private readonly ChannelReader<Datagram> _datagrams;
    private readonly Dictionary<int, Action<byte[]>> _handlers = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly string _name;
    private Task? _pump;
    private int _ignored;
    private int _handled;

    public MeterBridge(ChannelReader<Datagram> datagrams, string name, IEnumerable<int> devices)
    {
        _datagrams = datagrams;
        _name = name;
        foreach (var device in devices)
        {
            _handlers[device] = payload =>
            {
                _handled++;
                Console.WriteLine($"{device}: {payload.Length}");
            };
        }
    }

    public void Start()
    {
        _pump = Task.Run(PumpAsync);
    }

    private async Task PumpAsync()
    {
        try
        {
            await foreach (var datagram in _datagrams.ReadAllAsync(_stop.Token))
            {
                if (_handlers.TryGetValue(datagram.Device, out var handler))
                {
                    handler(datagram.Payload);
                }
                else
                {
                    _ignored++;
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    public async Task<string> StopAsync()
    {
        await _stop.CancelAsync();
        if (_pump != null)
        {
            await _pump;
        }

        _stop.Dispose();
        return $"{_name}: {_handled} handled, {_ignored} ignored";
    }
}

public static class Program
{
    public static async Task Main()
    {
        var datagrams = Channel.CreateUnbounded<Datagram>();
        var bridge = new MeterBridge(datagrams.Reader, "m-bus", [1, 2]);
        bridge.Start();
        for (var i = 0; i < 10; i++)
        {
            await datagrams.Writer.WriteAsync(new Datagram(i % 3, new byte[i]));
        }

        await Task.Delay(50);
        Console.WriteLine(await bridge.StopAsync());
    }
}
