// Subscriptions to price ticks in an immutable list behind a volatile field; sessions come and go on pool threads.
using System;
using System.Collections.Immutable;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Cases.U617;

public readonly record struct PriceTick(string Symbol, decimal Bid, decimal Ask);

public sealed class TickHub
{
    private volatile ImmutableList<ChannelWriter<PriceTick>> _subscribers =
        ImmutableList<ChannelWriter<PriceTick>>.Empty;

    public int SubscriberCount => _subscribers.Count;

    public void Publish(PriceTick tick)
    {
        foreach (var subscriber in _subscribers)
        {
            subscriber.TryWrite(tick);
        }
    }

    public void Attach(ChannelWriter<PriceTick> subscriber)
    {
        _subscribers = _subscribers.Add(subscriber); // expect: NON_ATOMIC
    }

    public void Detach(ChannelWriter<PriceTick> subscriber)
    {
        _subscribers = _subscribers.Remove(subscriber); // expect: NON_ATOMIC
        subscriber.TryComplete();
    }
}

public sealed class TickSessionHost
{
    private readonly TickHub _hub;

    public TickSessionHost(TickHub hub) => _hub = hub;

    public Task RunAsync(int sessions, int ticksPerSession, Func<PriceTick, ValueTask> send)
    {
        var running = new Task[sessions];
        for (var i = 0; i < sessions; i++)
        {
            running[i] = Task.Run(() => ServeAsync(ticksPerSession, send));
        }

        return Task.WhenAll(running);
    }

    private async Task ServeAsync(int ticks, Func<PriceTick, ValueTask> send)
    {
        var channel = Channel.CreateBounded<PriceTick>(64);
        _hub.Attach(channel.Writer);
        try
        {
            for (var n = 0; n < ticks; n++)
            {
                await send(await channel.Reader.ReadAsync());
            }
        }
        finally
        {
            _hub.Detach(channel.Writer);
        }
    }
}
