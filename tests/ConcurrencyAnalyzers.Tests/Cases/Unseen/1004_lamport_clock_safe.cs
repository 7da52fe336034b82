using System.Threading.Channels;

namespace Distributed.Clocks;

public readonly record struct Stamped<T>(long Time, int Sender, T Payload);

public sealed class LamportClock
{
    private long _time;

    public long Now => Interlocked.Read(ref _time);

    public long Tick() => Interlocked.Increment(ref _time);

    public long Witness(long remote)
    {
        while (true)
        {
            long seen = Interlocked.Read(ref _time);
            long next = Math.Max(seen, remote) + 1;
            if (Interlocked.CompareExchange(ref _time, next, seen) == seen)
            {
                return next;
            }
        }
    }
}

public sealed class Replica<T>(int id)
{
    private readonly LamportClock _clock = new();
    private readonly Channel<Stamped<T>> _inbox = Channel.CreateUnbounded<Stamped<T>>();

    public int Id => id;

    public ValueTask SendAsync(Replica<T> peer, T payload, CancellationToken ct)
    {
        var message = new Stamped<T>(_clock.Tick(), id, payload);
        return peer._inbox.Writer.WriteAsync(message, ct);
    }

    public void Close() => _inbox.Writer.TryComplete();

    public async Task<List<Stamped<T>>> DrainAsync(CancellationToken ct)
    {
        var log = new List<Stamped<T>>();
        await foreach (Stamped<T> message in _inbox.Reader.ReadAllAsync(ct))
        {
            log.Add(message with { Time = _clock.Witness(message.Time) });
        }
        return log;
    }
}

public static class Program
{
    public static async Task Main()
    {
        var a = new Replica<string>(1);
        var b = new Replica<string>(2);
        Task<List<Stamped<string>>> logA = a.DrainAsync(CancellationToken.None);
        Task<List<Stamped<string>>> logB = b.DrainAsync(CancellationToken.None);

        await Task.WhenAll(Chat(a, b), Chat(b, a));
        a.Close();
        b.Close();

        foreach (Stamped<string> m in (await logA).Concat(await logB).OrderBy(m => m.Time))
        {
            Console.WriteLine($"{m.Time} {m.Sender} {m.Payload}");
        }

        static async Task Chat(Replica<string> from, Replica<string> to)
        {
            for (int i = 0; i < 100; i++)
            {
                await from.SendAsync(to, $"note {i}", CancellationToken.None);
                await Task.Yield();
            }
        }
    }
}
