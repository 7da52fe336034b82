// Two parallel phases, one after the other; between them the caller swaps the buffers.
namespace Cases.S086;

public sealed class GameOfLife
{
    private bool[] _cells = new bool[1000];
    private bool[] _next = new bool[1000];
    private int _generation;

    public int Step(int times)
    {
        for (int t = 0; t < times; t++)
        {
            Parallel.For(1, _cells.Length - 1, i => _next[i] = _cells[i - 1] ^ _cells[i + 1]);
            (_cells, _next) = (_next, _cells);
            _generation++;
        }

        return _generation;
    }
}
