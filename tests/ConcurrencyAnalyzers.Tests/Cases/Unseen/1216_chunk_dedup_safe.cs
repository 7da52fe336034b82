namespace Blind.C1216;

public sealed class ChunkIndex
{
    private sealed class Stripe
    {
        public readonly Dictionary<ulong, long> Offsets = new();
        public int Hits;
    }

    private readonly Stripe[] _stripes;
    private long _count;

    public ChunkIndex(int stripes)
    {
        _stripes = new Stripe[stripes];
        for (var i = 0; i < stripes; i++)
        {
            _stripes[i] = new Stripe();
        }
    }

    private Stripe For(ulong fingerprint) => _stripes[fingerprint % (ulong)_stripes.Length];

    public long FindOrAdd(ulong fingerprint, long offset)
    {
        var stripe = For(fingerprint);
        lock (stripe)
        {
            if (stripe.Offsets.TryGetValue(fingerprint, out var known))
            {
                stripe.Hits++;
                return known;
            }

            stripe.Offsets.Add(fingerprint, offset);
        }

        Interlocked.Increment(ref _count);
        return offset;
    }

    public long Count => Interlocked.Read(ref _count);

    public int TotalHits()
    {
        var hits = 0;
        foreach (var stripe in _stripes)
        {
            lock (stripe)
            {
                hits += stripe.Hits;
            }
        }

        return hits;
    }
}

public static class Program
{
    public static async Task Main()
    {
        var index = new ChunkIndex(8);
        var writers = Enumerable.Range(0, 4).Select(w => Task.Run(() =>
        {
            for (ulong f = 0; f < 50; f++)
            {
                index.FindOrAdd(f * 7, w * 1000 + (long)f);
            }
        }));
        await Task.WhenAll(writers);
        Console.WriteLine($"{index.Count} {index.TotalHits()}");
    }
}
