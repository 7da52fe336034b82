using System.Threading.Channels;

namespace Blind.C1239;

public readonly record struct Telegram(int Group, byte[] Payload);

public sealed class BusBridge : IAsyncDisposable
{
    private readonly ChannelReader<Telegram> _telegrams;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _pump;
    private Dictionary<int, Action<byte[]>> _handlers = new();
    private string _name = "bridge";

    public BusBridge(ChannelReader<Telegram> telegrams, string name, IEnumerable<int> groups)
    {
        _telegrams = telegrams;
        _pump = Task.Run(PumpAsync); // expect: RACE?
        _name = name; // expect: RACE#1
        foreach (var group in groups)
        {
            _handlers[group] = payload => Console.WriteLine($"{group}: {payload.Length}"); // expect: RACE#2
        }
    }

    private async Task PumpAsync()
    {
        try
        {
            await foreach (var telegram in _telegrams.ReadAllAsync(_stop.Token))
            {
                if (_handlers.TryGetValue(telegram.Group, out var handler)) // expect: RACE#2
                {
                    handler(telegram.Payload);
                }
                else
                {
                    Console.WriteLine($"{_name} ignores {telegram.Group}"); // expect: RACE#1
                }
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _pump;
        _stop.Dispose();
    }
}
