using System.Collections.Immutable;

namespace Blind.C1198;

public delegate bool PacketFilter(ReadOnlySpan<byte> packet);

public sealed class FilterChain
{
    private ImmutableArray<PacketFilter> _filters = ImmutableArray<PacketFilter>.Empty;
    private ImmutableDictionary<string, int>? _counts = ImmutableDictionary<string, int>.Empty;

    public void Add(PacketFilter filter)
    {
        ImmutableInterlocked.Update(ref _filters, static (list, f) => list.Add(f), filter);
    }

    public void Count(string port)
    {
        while (true)
        {
            var seen = Volatile.Read(ref _counts)!;
            var next = seen.SetItem(port, seen.GetValueOrDefault(port) + 1);
            if (ReferenceEquals(Interlocked.CompareExchange(ref _counts, next, seen), seen))
            {
                return;
            }
        }
    }

    public ImmutableDictionary<string, int> TakeCounts() =>
        Interlocked.Exchange(ref _counts, ImmutableDictionary<string, int>.Empty)!;
}

public static class Program
{
    public static async Task Main()
    {
        var chain = new FilterChain();
        var totals = new Dictionary<string, int>();
        var work = Enumerable.Range(0, 4).Select(i => Task.Run(async () =>
        {
            chain.Add(static p => p.Length > 0);
            for (var n = 0; n < 50; n++)
            {
                chain.Count("eth" + i % 2);
                await Task.Yield();
            }
        })).ToArray();

        var finished = Task.WhenAll(work);
        while (!finished.IsCompleted)
        {
            Merge(totals, chain.TakeCounts());
            await Task.Delay(5);
        }

        await finished;
        Merge(totals, chain.TakeCounts());
        Console.WriteLine(totals.Values.Sum());
    }

    private static void Merge(Dictionary<string, int> totals, ImmutableDictionary<string, int> part)
    {
        foreach (var (port, count) in part)
        {
            totals[port] = totals.GetValueOrDefault(port) + count;
        }
    }
}
