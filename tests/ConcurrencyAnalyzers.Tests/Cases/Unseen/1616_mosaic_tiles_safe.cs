// Workers claim the next tile of a mosaic and colour it until none is left.
namespace Cases.U1616;

public struct Tile
{
    public int Colour;
    public int Worker;
}

public sealed class Mosaic(int tiles, Func<int, int> colourOf)
{
    private readonly Tile[] _tiles = new Tile[tiles];
    private int _claimed = -1;
    private int _finished;

    public int Finished => Volatile.Read(ref _finished);

    public Tile[] Paint(int workers)
    {
        var threads = new Thread[workers];
        for (int w = 0; w < workers; w++)
        {
            int worker = w;
            threads[w] = new Thread(() => Work(worker)) { Name = $"painter {w}" };
            threads[w].Start();
        }
        foreach (var thread in threads)
        {
            thread.Join();
        }
        return _tiles;
    }

    private void Work(int worker)
    {
        int done = 0;
        while (TryClaim(out int index))
        {
            Colour(ref _tiles[index], index, worker);
            done++;
        }
        Interlocked.Add(ref _finished, done);
    }

    private bool TryClaim(out int index)
    {
        index = Interlocked.Increment(ref _claimed);
        return index < _tiles.Length;
    }

    private void Colour(ref Tile tile, int index, int worker)
    {
        tile.Colour = colourOf(index);
        tile.Worker = worker;
    }
}

public static class Program
{
    public static int Main()
    {
        var mosaic = new Mosaic(10_000, i => i * 7 % 16);
        var tiles = mosaic.Paint(4);
        for (int i = 0; i < tiles.Length; i++)
        {
            if (tiles[i].Colour != i * 7 % 16)
            {
                return 1;
            }
        }
        return mosaic.Finished == tiles.Length ? 0 : 2;
    }
}
