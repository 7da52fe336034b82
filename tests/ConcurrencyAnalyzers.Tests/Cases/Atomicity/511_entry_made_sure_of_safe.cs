// Nobody takes entries out; or what was put in, or found, is what is used.
using System.Collections.Concurrent;

namespace Cases.A511;

public sealed class FontCache(Func<string, byte[]> load)
{
    private readonly ConcurrentDictionary<string, byte[]> _fonts = new();

    public byte[] Font(string name)
    {
        if (!_fonts.ContainsKey(name))
            _fonts.TryAdd(name, load(name));
        return _fonts[name];
    }

    public void Dispose() => _fonts.Clear();
}

public sealed class IconCache(Func<string, byte[]> load)
{
    private readonly ConcurrentDictionary<string, byte[]> _icons = new();

    public byte[] Icon(string name) => _icons.TryGetValue(name, out var icon) ? icon : _icons.GetOrAdd(name, load);

    public byte[]? Known(string name)
    {
        try
        {
            _icons.TryAdd(name, load(name));
            return _icons[name];
        }
        catch (KeyNotFoundException)
        {
            return null;
        }
    }

    public void Evict(string name) => _icons.TryRemove(name, out _);
}
