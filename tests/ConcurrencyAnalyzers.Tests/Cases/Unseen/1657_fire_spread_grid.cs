// A forest fire spreads from cell to cell; the rows of a step are worked out in parallel. difficulty: medium
// Blind: slots of a table that is laid out in one row have no neighbours.
namespace Cases.U1657;

public enum Cell : byte
{
    Ash,
    Tree,
    Fire,
}

public sealed class Forest(int width, int height)
{
    private readonly Cell[] _cells = new Cell[width * height];

    public void Plant(int seed)
    {
        var random = new Random(seed);
        for (int i = 0; i < _cells.Length; i++)
        {
            _cells[i] = random.Next(10) == 0 ? Cell.Ash : Cell.Tree;
        }
        _cells[width / 2] = Cell.Fire;
    }

    public void Step() => Parallel.For(0, height, StepRow);

    public int Count(Cell kind) => _cells.Count(cell => cell == kind);

    private void StepRow(int y)
    {
        for (int x = 0; x < width; x++)
        {
            int index = y * width + x;
            _cells[index] = _cells[index] switch // blind: RACE#1
            {
                Cell.Fire => Cell.Ash,
                Cell.Tree when Burns(x - 1, y) || Burns(x + 1, y) || Burns(x, y - 1) || Burns(x, y + 1) => Cell.Fire,
                var same => same,
            };
        }
    }

    private bool Burns(int x, int y) =>
        x >= 0 && x < width && y >= 0 && y < height && _cells[y * width + x] == Cell.Fire; // blind: RACE#1
}

static class Program
{
    static void Main()
    {
        var forest = new Forest(200, 120);
        forest.Plant(7);
        while (forest.Count(Cell.Fire) > 0)
        {
            forest.Step();
        }
        Console.WriteLine(forest.Count(Cell.Tree));
    }
}
