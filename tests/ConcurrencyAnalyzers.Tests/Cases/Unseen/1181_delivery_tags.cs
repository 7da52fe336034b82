using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Blind.C1181;

public readonly record struct Delivery(string Queue, ulong Tag);

public sealed class UnackedLedger
{
    private readonly ConcurrentDictionary<string, List<ulong>> _unacked = new();

    public void Delivered(string queue, ulong tag)
    {
        var tags = _unacked.GetOrAdd(queue, static _ => new List<ulong>());
        tags.Add(tag); // expect: RACE
    }

    public void AckUpTo(string queue, ulong tag)
    {
        if (_unacked.TryGetValue(queue, out var tags))
        {
            tags.RemoveAll(t => t <= tag); // expect: RACE
        }
    }

    public IReadOnlyCollection<string> Queues => (IReadOnlyCollection<string>)_unacked.Keys;
}

public sealed class ConsumerGroup
{
    private readonly Channel<Delivery> _inbound = Channel.CreateBounded<Delivery>(64);
    private readonly UnackedLedger _ledger = new();

    public ChannelWriter<Delivery> Inbound => _inbound.Writer;

    public async Task<int> RunAsync(int consumers)
    {
        var running = new Task[consumers];
        for (var i = 0; i < consumers; i++)
        {
            running[i] = Task.Run(ConsumeAsync);
        }

        await Task.WhenAll(running);
        return _ledger.Queues.Count;
    }

    private async Task ConsumeAsync()
    {
        await foreach (var delivery in _inbound.Reader.ReadAllAsync())
        {
            _ledger.Delivered(delivery.Queue, delivery.Tag);
            await Task.Delay(1);
            if (delivery.Tag % 10 == 0)
            {
                _ledger.AckUpTo(delivery.Queue, delivery.Tag);
            }
        }
    }
}

public static class Program
{
    public static async Task Main()
    {
        var group = new ConsumerGroup();
        var run = group.RunAsync(4);
        for (ulong tag = 1; tag <= 200; tag++)
        {
            await group.Inbound.WriteAsync(new Delivery(tag % 3 == 0 ? "billing" : "mail", tag));
        }

        group.Inbound.Complete();
        Console.WriteLine(await run);
    }
}
