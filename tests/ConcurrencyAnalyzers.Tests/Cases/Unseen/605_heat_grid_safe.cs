// Heat spreads over a grid in rounds; threads own bands of rows and meet at a barrier that swaps the buffers.
using System;
using System.Threading;

namespace Cases.U605;

public sealed class HeatGrid
{
    private readonly int _width;
    private readonly int _height;
    private double[] _current;
    private double[] _next;
    private int _rounds;

    public HeatGrid(int width, int height)
    {
        _width = width;
        _height = height;
        _current = new double[width * height];
        _next = new double[width * height];
    }

    public int Rounds => _rounds;

    public double this[int x, int y]
    {
        get => _current[y * _width + x];
        set => _current[y * _width + x] = value;
    }

    public void Simulate(int rounds, int bands)
    {
        using var barrier = new Barrier(bands, _ => Swap());
        var threads = new Thread[bands];
        for (var b = 0; b < bands; b++)
        {
            var first = b * _height / bands;
            var last = (b + 1) * _height / bands;
            threads[b] = new Thread(() => RunBand(first, last, rounds, barrier));
            threads[b].Start();
        }

        foreach (var thread in threads)
        {
            thread.Join();
        }
    }

    private void RunBand(int firstRow, int lastRow, int rounds, Barrier barrier)
    {
        for (var round = 0; round < rounds; round++)
        {
            for (var y = firstRow; y < lastRow; y++)
            {
                for (var x = 0; x < _width; x++)
                {
                    _next[y * _width + x] = Average(x, y);
                }
            }

            barrier.SignalAndWait();
        }
    }

    // Runs on one thread while all bands wait at the barrier.
    private void Swap()
    {
        (_current, _next) = (_next, _current);
        _rounds++;
    }

    private double Average(int x, int y)
    {
        var left = _current[y * _width + Math.Max(x - 1, 0)];
        var right = _current[y * _width + Math.Min(x + 1, _width - 1)];
        var up = _current[Math.Max(y - 1, 0) * _width + x];
        var down = _current[Math.Min(y + 1, _height - 1) * _width + x];
        return (left + right + up + down) / 4;
    }
}
