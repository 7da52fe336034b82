// GetOrAdd may call its factory twice, but only one Lazy ends up in the map and that one renders the tile once. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U722;

public readonly record struct TileKey(int Zoom, int X, int Y);

public interface ITileRenderer
{
    byte[] Render(TileKey key);
}

public sealed class TileCache(ITileRenderer renderer)
{
    private readonly ConcurrentDictionary<TileKey, Lazy<byte[]>> _tiles = new();

    public byte[] Get(TileKey key) =>
        _tiles.GetOrAdd(key, k => new Lazy<byte[]>(() => renderer.Render(k))).Value;

    public bool Invalidate(TileKey key) => _tiles.TryRemove(key, out _);

    public byte[][] Warm(int zoom, int width, int height)
    {
        var warmed = new byte[width * height][];
        Parallel.For(0, warmed.Length, i =>
        {
            warmed[i] = Get(new TileKey(zoom, i % width, i / width));
        });
        return warmed;
    }
}
