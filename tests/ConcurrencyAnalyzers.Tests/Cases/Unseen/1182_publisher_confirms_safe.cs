using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Blind.C1182;

public readonly record struct Confirm(string Exchange, ulong Sequence);

public sealed class ConfirmLedger
{
    private sealed class ExchangeState
    {
        private readonly object _gate = new();
        private readonly List<ulong> _open = new();

        public void Published(ulong sequence)
        {
            lock (_gate)
            {
                _open.Add(sequence);
            }
        }

        public int ConfirmUpTo(ulong sequence)
        {
            lock (_gate)
            {
                return _open.RemoveAll(s => s <= sequence);
            }
        }

        public int Count
        {
            get
            {
                lock (_gate)
                {
                    return _open.Count;
                }
            }
        }
    }

    private readonly ConcurrentDictionary<string, ExchangeState> _exchanges = new();

    public void Published(string exchange, ulong sequence) =>
        _exchanges.GetOrAdd(exchange, static _ => new ExchangeState()).Published(sequence);

    public int Confirmed(string exchange, ulong sequence) =>
        _exchanges.TryGetValue(exchange, out var state) ? state.ConfirmUpTo(sequence) : 0;

    public int Open => _exchanges.Values.Sum(static s => s.Count);
}

public static class Program
{
    public static async Task Main()
    {
        var ledger = new ConfirmLedger();
        var confirms = Channel.CreateUnbounded<Confirm>();

        var publishers = Enumerable.Range(0, 3).Select(p => Task.Run(async () =>
        {
            for (ulong s = 1; s <= 50; s++)
            {
                ledger.Published("orders", s);
                await Task.Yield();
                await confirms.Writer.WriteAsync(new Confirm("orders", s));
            }
        })).ToArray();

        var confirming = Task.Run(async () =>
        {
            await foreach (var c in confirms.Reader.ReadAllAsync())
            {
                ledger.Confirmed(c.Exchange, c.Sequence);
            }
        });

        await Task.WhenAll(publishers);
        confirms.Writer.Complete();
        await confirming;
        Console.WriteLine(ledger.Open);
    }
}
