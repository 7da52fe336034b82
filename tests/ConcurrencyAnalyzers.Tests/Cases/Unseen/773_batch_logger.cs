// Flush looks at the list under the lock and clears it under the lock, but writes it to the file in between without the lock. difficulty: medium
namespace Cases.U773;

public sealed class BatchLogger : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private readonly string _path;
    private readonly Timer _timer;

    public BatchLogger(string path, TimeSpan period)
    {
        _path = path;
        _timer = new Timer(_ => Flush(), null, period, period);
    }

    public void Log(string line)
    {
        lock (_gate)
        {
            _lines.Add(line);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _timer.DisposeAsync();
        Flush();
    }

    private bool HasLines()
    {
        lock (_gate)
        {
            return _lines.Count > 0;
        }
    }

    private void Flush()
    {
        if (!HasLines())
        {
            return;
        }
        File.AppendAllLines(_path, _lines); // expect: INCONSISTENT_LOCK, RACE?
        lock (_gate)
        {
            _lines.Clear(); // expect: CHECK_THEN_ACT?
        }
    }
}
