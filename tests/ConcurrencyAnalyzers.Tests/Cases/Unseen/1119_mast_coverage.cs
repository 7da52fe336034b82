using System.Collections;

namespace Cases.L1119;

public sealed class CoverageMap
{
    private readonly BitArray _covered;
    private readonly int _width;
    private long _probes;

    public CoverageMap(int width, int height)
    {
        _width = width;
        _covered = new BitArray(width * height);
    }

    public void Survey(IReadOnlyList<(int X, int Y, int Radius)> masts)
    {
        var workers = new Thread[masts.Count];
        for (int m = 0; m < masts.Count; m++)
        {
            var mast = masts[m];
            workers[m] = new Thread(() => Cover(mast.X, mast.Y, mast.Radius)) { Name = $"mast {m}" };
            workers[m].Start();
        }
        foreach (Thread worker in workers)
        {
            worker.Join();
        }
    }

    public int CoveredCells()
    {
        int cells = 0;
        for (int i = 0; i < _covered.Length; i++)
        {
            if (_covered[i])
            {
                cells++;
            }
        }
        return cells;
    }

    public long Probes => Interlocked.Read(ref _probes);

    private void Cover(int x, int y, int radius)
    {
        int height = _covered.Length / _width;
        for (int row = Math.Max(0, y - radius); row < Math.Min(height, y + radius); row++)
        {
            for (int column = Math.Max(0, x - radius); column < Math.Min(_width, x + radius); column++)
            {
                Interlocked.Exchange(ref _probes, Interlocked.Read(ref _probes) + 1); // expect: NON_ATOMIC, RACE?
                if ((row - y) * (row - y) + (column - x) * (column - x) <= radius * radius)
                {
                    _covered.Set(row * _width + column, true); // expect: RACE
                }
            }
        }
    }

    public static void Main()
    {
        var map = new CoverageMap(300, 200);
        map.Survey([(40, 40, 30), (80, 60, 45), (210, 120, 60), (150, 150, 25)]);
        Console.WriteLine($"{map.CoveredCells()} of {map.Probes}");
    }
}
