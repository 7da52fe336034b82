// An entry is put in where there was none, and then looked up as what must be there; another member takes entries out.
using System.Collections.Concurrent;

namespace Cases.A510;

public sealed class ImageCache(Func<string, byte[]> load)
{
    private readonly ConcurrentDictionary<string, byte[]> _images = new();

    public byte[] Image(string name)
    {
        if (!_images.ContainsKey(name))
            _images.TryAdd(name, load(name));
        return _images[name]; // expect: CHECK_THEN_ACT
    }

    public void Evict(string name) => _images.TryRemove(name, out _);
}

public sealed class ThumbnailCache(Func<string, byte[]> load)
{
    private readonly ConcurrentDictionary<string, byte[]> _thumbnails = new();

    public int SizeOf(string name)
    {
        _thumbnails.TryAdd(name, load(name));
        return _thumbnails[name].Length; // expect: CHECK_THEN_ACT
    }

    public void Forget() => _thumbnails.Clear();
}
