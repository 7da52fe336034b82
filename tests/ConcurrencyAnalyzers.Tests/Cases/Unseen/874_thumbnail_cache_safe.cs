// GetOrAdd may build several Lazy objects for one key but all callers get the same stored one, so each thumbnail is made once. difficulty: easy
using System.Collections.Concurrent;

namespace Cases.U874;

public sealed class ThumbnailCache(Func<string, byte[]> render)
{
    private readonly ConcurrentDictionary<string, Lazy<byte[]>> _thumbnails = new(StringComparer.Ordinal);
    private int _rendered;

    public int Rendered => Volatile.Read(ref _rendered);

    public ReadOnlyMemory<byte> Get(string path)
    {
        var entry = _thumbnails.GetOrAdd(path, key => new Lazy<byte[]>(() => Render(key)));
        return entry.Value;
    }

    public void Warm(IEnumerable<string> paths)
    {
        Parallel.ForEach(paths, path => Get(path));
    }

    public bool Evict(string path) => _thumbnails.TryRemove(path, out _);

    private byte[] Render(string path)
    {
        var image = render(path);
        Interlocked.Increment(ref _rendered);
        return image;
    }
}
