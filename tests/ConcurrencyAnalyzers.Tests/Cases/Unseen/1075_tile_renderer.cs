namespace Cases.L1075;

public sealed class TileRenderer
{
    private readonly int _zoom;
    private readonly Func<int, int, int, byte[]> _render;

    public TileRenderer(int zoom, Func<int, int, int, byte[]> render)
    {
        _zoom = zoom;
        _render = render;
    }

    public async Task<byte[][]> RenderRowAsync(int y)
    {
        int width = 1 << _zoom;
        var tiles = new byte[width][];
        var pending = new List<Task>(width);
        for (int x = 0; x < width; x++) // expect: CAPTURE?, RACE?
        {
            pending.Add(Task.Run(() =>
            {
                byte[] tile = _render(_zoom, x, y); // expect: CAPTURE#1, RACE?
                tiles[x] = tile; // expect: CAPTURE#1, RACE?
            }));
        }
        await Task.WhenAll(pending);
        return tiles;
    }

    public async Task WriteAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        int height = 1 << _zoom;
        for (int y = 0; y < height; y++)
        {
            byte[][] row = await RenderRowAsync(y);
            for (int x = 0; x < row.Length; x++)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, $"{_zoom}-{x}-{y}.tile"), row[x]);
            }
        }
    }

    public static Task Main() =>
        new TileRenderer(3, (zoom, x, y) => new[] { (byte)zoom, (byte)x, (byte)y }).WriteAsync("tiles");
}
