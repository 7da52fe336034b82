// The writer takes the whole pending list out under the lock and leaves a new one; the batch has one owner afterwards. difficulty: hard
namespace Cases.U690;

public sealed record LogLine(DateTime At, string Source, string Text);

public interface ILogStore
{
    void Write(LogLine line);
}

public sealed class LogAggregator : IDisposable
{
    private readonly object _gate = new();
    private readonly ILogStore _store;
    private readonly Thread _writer;
    private List<LogLine> _pending = [];
    private bool _closing;

    public LogAggregator(ILogStore store)
    {
        _store = store;
        _writer = new Thread(WriteLoop) { Name = "log-writer" };
        _writer.Start();
    }

    public void Append(string source, string text)
    {
        var line = new LogLine(DateTime.UtcNow, source, text);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closing, this);
            _pending.Add(line);
            Monitor.Pulse(_gate);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closing = true;
            Monitor.PulseAll(_gate);
        }
        _writer.Join();
    }

    private void WriteLoop()
    {
        while (TakeBatch() is { } batch)
        {
            foreach (LogLine line in batch)
            {
                _store.Write(line);
            }
        }
    }

    private List<LogLine>? TakeBatch()
    {
        lock (_gate)
        {
            while (_pending.Count == 0 && !_closing)
            {
                Monitor.Wait(_gate);
            }
            if (_pending.Count == 0)
            {
                return null;
            }
            List<LogLine> batch = _pending;
            _pending = [];
            return batch;
        }
    }
}
