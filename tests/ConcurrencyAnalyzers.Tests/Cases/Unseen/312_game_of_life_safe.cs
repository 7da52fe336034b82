// Each thread writes its own rows of the next board and reads the old one; a barrier separates the generations and swaps the boards alone. difficulty: hard
namespace Cases.U312;

public sealed class LifeBoard(int rows, int columns)
{
    private bool[][] _current = NewBoard(rows, columns);
    private bool[][] _next = NewBoard(rows, columns);

    public void Set(int row, int column) => _current[row][column] = true;

    public int Run(int generations)
    {
        using var barrier = new Barrier(rows, _ => (_current, _next) = (_next, _current));
        var threads = new Thread[rows];
        for (int r = 0; r < rows; r++)
        {
            int row = r;
            threads[r] = new Thread(() =>
            {
                for (int g = 0; g < generations; g++)
                {
                    Evolve(row);
                    barrier.SignalAndWait();
                }
            });
            threads[r].Start();
        }
        foreach (var thread in threads)
        {
            thread.Join();
        }
        return _current.Sum(line => line.Count(alive => alive));
    }

    private void Evolve(int row)
    {
        for (int column = 0; column < columns; column++)
        {
            int around = Around(row, column);
            _next[row][column] = around == 3 || (around == 2 && _current[row][column]);
        }
    }

    private int Around(int row, int column)
    {
        int alive = _current[row][column] ? -1 : 0;
        for (int r = Math.Max(0, row - 1); r <= Math.Min(rows - 1, row + 1); r++)
        {
            for (int c = Math.Max(0, column - 1); c <= Math.Min(columns - 1, column + 1); c++)
            {
                alive += _current[r][c] ? 1 : 0;
            }
        }
        return alive;
    }

    private static bool[][] NewBoard(int rows, int columns) =>
        Enumerable.Range(0, rows).Select(_ => new bool[columns]).ToArray();
}
