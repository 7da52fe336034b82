namespace Storage.Filters;

public sealed class ConcurrentBloomFilter
{
    private readonly long[] _words;
    private readonly int _hashes;
    private readonly Lock[] _stripes = Enumerable.Range(0, 64).Select(_ => new Lock()).ToArray();
    private long _added;

    public ConcurrentBloomFilter(int bits, int hashes)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bits);
        _words = new long[(bits + 63) / 64];
        _hashes = hashes;
    }

    public long Added => Volatile.Read(ref _added);

    public bool Add(string key)
    {
        bool fresh = false;
        (uint h1, uint h2) = Hash(key);
        lock (_stripes[h1 % (uint)_stripes.Length])
        {
            for (int i = 0; i < _hashes; i++)
            {
                uint bit = (uint)((h1 + (ulong)i * h2) % (ulong)(_words.Length * 64L));
                long mask = 1L << (int)(bit & 63);
                long before = Interlocked.Or(ref _words[bit >> 6], mask);
                fresh |= (before & mask) == 0;
            }
        }
        if (fresh)
        {
            Interlocked.Increment(ref _added);
        }
        return fresh;
    }

    public bool MightContain(string key)
    {
        (uint h1, uint h2) = Hash(key);
        for (int i = 0; i < _hashes; i++)
        {
            uint bit = (uint)((h1 + (ulong)i * h2) % (ulong)(_words.Length * 64L));
            if ((Volatile.Read(ref _words[bit >> 6]) & (1L << (int)(bit & 63))) == 0)
            {
                return false;
            }
        }
        return true;
    }

    private static (uint, uint) Hash(string key)
    {
        uint a = 2166136261, b = 5381;
        foreach (char c in key)
        {
            a = (a ^ c) * 16777619;
            b = b * 33 + c;
        }
        return (a, b | 1);
    }
}

public static class UrlFrontier
{
    public static string[] Unseen(IEnumerable<string> urls, ConcurrentBloomFilter seen) =>
        urls.AsParallel().Where(seen.Add).ToArray();
}
