using System;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Cases.ReusedMessages;

public sealed class Reading400
{
    public int Value { get; set; }
}

public sealed class Sender400
{
    private readonly Func<int> _next;
    private readonly ChannelWriter<Reading400> _out;

    public Sender400(Func<int> next, ChannelWriter<Reading400> output) => (_next, _out) = (next, output);

    public async Task SendAsync()
    {
        var reading = new Reading400();
        for (var i = 0; i < 100; i++)
        {
            reading.Value = _next(); // expect: RACE
            await _out.WriteAsync(reading).ConfigureAwait(false);
        }

        _out.Complete();
    }
}

public sealed class FreshSender400
{
    private readonly Func<int> _next;
    private readonly ChannelWriter<Reading400> _out;

    public FreshSender400(Func<int> next, ChannelWriter<Reading400> output) => (_next, _out) = (next, output);

    public async Task SendAsync()
    {
        for (var i = 0; i < 100; i++)
        {
            var reading = new Reading400();
            reading.Value = _next();
            await _out.WriteAsync(reading).ConfigureAwait(false);
        }

        _out.Complete();
    }
}

public static class Pump400
{
    public static async Task<int> RunAsync(Func<int> next)
    {
        var channel = Channel.CreateBounded<Reading400>(16);
        var sending = Task.Run(() => new Sender400(next, channel.Writer).SendAsync());
        var sum = 0;
        await foreach (var reading in channel.Reader.ReadAllAsync().ConfigureAwait(false))
            sum += reading.Value; // expect: RACE?
        await sending;
        return sum;
    }

    public static async Task<int> RunFreshAsync(Func<int> next)
    {
        var channel = Channel.CreateBounded<Reading400>(16);
        var sending = Task.Run(() => new FreshSender400(next, channel.Writer).SendAsync());
        var sum = 0;
        await foreach (var reading in channel.Reader.ReadAllAsync().ConfigureAwait(false))
            sum += reading.Value;
        await sending;
        return sum;
    }
}
