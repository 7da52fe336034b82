// Plain dictionary, many producers: only the single consumer of the channel ever touches it. difficulty: hard
using System.Threading.Channels;

namespace Cases.U706;

public sealed record DeviceState(string Device, double Value, int Updates);

public sealed class GatewayActor : IAsyncDisposable
{
    private abstract record Message;

    private sealed record Reading(string Device, double Value) : Message;

    private sealed record Query(string Device, TaskCompletionSource<DeviceState?> Reply) : Message;

    private readonly Channel<Message> _inbox =
        Channel.CreateUnbounded<Message>(new UnboundedChannelOptions { SingleReader = true });

    private readonly Dictionary<string, DeviceState> _states = new();
    private readonly Task _loop;
    private int _handled;

    public GatewayActor()
    {
        _loop = Task.Run(ConsumeAsync);
    }

    public bool Report(string device, double value) => _inbox.Writer.TryWrite(new Reading(device, value));

    public Task<DeviceState?> GetAsync(string device)
    {
        var reply = new TaskCompletionSource<DeviceState?>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_inbox.Writer.TryWrite(new Query(device, reply)))
        {
            reply.SetException(new ObjectDisposedException(nameof(GatewayActor)));
        }
        return reply.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _inbox.Writer.TryComplete();
        await _loop;
        Console.WriteLine($"gateway handled {_handled} messages");
    }

    private async Task ConsumeAsync()
    {
        await foreach (Message message in _inbox.Reader.ReadAllAsync())
        {
            _handled++;
            switch (message)
            {
                case Reading(var device, var value):
                    int updates = _states.TryGetValue(device, out DeviceState? old) ? old.Updates + 1 : 1;
                    _states[device] = new DeviceState(device, value, updates);
                    break;
                case Query(var device, var reply):
                    reply.SetResult(_states.GetValueOrDefault(device));
                    break;
            }
        }
    }
}
