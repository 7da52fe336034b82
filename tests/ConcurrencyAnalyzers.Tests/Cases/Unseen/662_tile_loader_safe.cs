// foreach has a fresh variable per round, and the for loop copies its index; every task fills its own slot. difficulty: easy
namespace Cases.U662;

public sealed record Tile(int X, int Y, byte[] Png);

public interface ITileServer
{
    Task<byte[]> DownloadAsync(int x, int y, CancellationToken token);
}

public sealed class TileLoader(ITileServer server)
{
    public async Task<Tile?[]> LoadRowAsync(int y, int width, CancellationToken token)
    {
        var tiles = new Tile?[width];
        var tasks = new List<Task>(width);
        for (int i = 0; i < width; i++)
        {
            int x = i;
            tasks.Add(Task.Run(async () => tiles[x] = new Tile(x, y, await server.DownloadAsync(x, y, token).ConfigureAwait(false)), token));
        }
        await Task.WhenAll(tasks).ConfigureAwait(false);
        return tiles;
    }

    public async Task<long> MeasureAsync(IEnumerable<(int X, int Y)> corners, CancellationToken token)
    {
        long bytes = 0;
        var tasks = new List<Task>();
        foreach (var corner in corners)
        {
            tasks.Add(Task.Run(async () =>
            {
                var png = await server.DownloadAsync(corner.X, corner.Y, token).ConfigureAwait(false);
                Interlocked.Add(ref bytes, png.Length);
            }, token));
        }
        await Task.WhenAll(tasks).ConfigureAwait(false);
        return bytes;
    }
}
