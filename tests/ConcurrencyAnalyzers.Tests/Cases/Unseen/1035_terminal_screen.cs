using System.Text;

namespace Terminal.Emulation;

public sealed class ScreenBuffer(int rows, int columns) : IDisposable
{
    private readonly SemaphoreSlim _mutex = new(1, 1);
    private readonly char[,] _cells = new char[rows, columns];
    private readonly List<string> _scrollback = [];
    private int _row;
    private int _column;

    public async Task WriteAsync(string text, CancellationToken ct = default)
    {
        await _mutex.WaitAsync(ct);
        try
        {
            foreach (char c in text)
            {
                Put(c);
            }
        }
        finally
        {
            _mutex.Release();
        }
    }

    public async Task<string> SnapshotAsync(CancellationToken ct = default)
    {
        await _mutex.WaitAsync(ct);
        try
        {
            var builder = new StringBuilder(rows * (columns + 1));
            for (int r = 0; r < rows; r++)
            {
                builder.AppendLine(Line(r));
            }
            return builder.ToString();
        }
        finally
        {
            _mutex.Release();
        }
    }

    public void Reset()
    {
        _row = _column = 0; // expect: INCONSISTENT_LOCK#1, RACE?
        _scrollback.Clear(); // expect: INCONSISTENT_LOCK#1, RACE?
    }

    public int HistorySize()
    {
        _mutex.Wait();
        try
        {
            return _scrollback.Count;
        }
        finally
        {
            _mutex.Release();
        }
    }

    private void Put(char c)
    {
        if (c == '\n' || _column == columns)
        {
            _column = 0;
            if (++_row == rows)
            {
                Scroll();
            }
        }
        if (c != '\n')
        {
            _cells[_row, _column++] = c;
        }
    }

    private void Scroll()
    {
        _scrollback.Add(Line(0));
        Array.Copy(_cells, columns, _cells, 0, (rows - 1) * columns);
        _row = rows - 1;
    }

    private string Line(int row) => string.Concat(Enumerable.Range(0, columns).Select(c => _cells[row, c]));

    public void Dispose() => _mutex.Dispose();
}
