// GetOrAdd may build two Lazy objects, but all callers get the one that was stored, and only that one loads the font. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U998;

public sealed class FontCache(Func<string, byte[]> load)
{
    private readonly ConcurrentDictionary<string, Lazy<byte[]>> _fonts = new();
    private int _loads;

    public int Loads => Volatile.Read(ref _loads);

    public ReadOnlyMemory<byte> Get(string family) =>
        _fonts.GetOrAdd(family, name => new Lazy<byte[]>(() => Load(name))).Value;

    public int Preload(IEnumerable<string> families)
    {
        Parallel.ForEach(families, family => Get(family));
        return Loads;
    }

    private byte[] Load(string family)
    {
        Interlocked.Increment(ref _loads);
        return load(family);
    }
}
