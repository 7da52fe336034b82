namespace Avionics.Recorder;

public readonly record struct Parameter(int Id, double Value, long Ticks);

public abstract class DoubleBufferedSink : IDisposable
{
    private readonly object _gate = new();
    private List<Parameter> _filling = new(1024);
    private List<Parameter> _spare = new(1024);
    private bool _closed;
    private readonly Thread _writer;

    protected DoubleBufferedSink()
    {
        _writer = new Thread(WriteLoop) { IsBackground = true };
    }

    public void Open() => _writer.Start();

    public void Record(int id, double value)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _filling.Add(new Parameter(id, value, Environment.TickCount64));
            if (_filling.Count == 512)
            {
                Monitor.Pulse(_gate);
            }
        }
    }

    protected abstract void Flush(IReadOnlyList<Parameter> batch);

    private void WriteLoop()
    {
        bool last = false;
        while (!last)
        {
            List<Parameter> batch;
            lock (_gate)
            {
                while (!_closed && _filling.Count < 512)
                {
                    Monitor.Wait(_gate);
                }
                batch = _filling;
                _filling = _spare;
                last = _closed;
            }

            Flush(batch);
            batch.Clear();

            lock (_gate)
            {
                _spare = batch;
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }
        _writer.Join();
        GC.SuppressFinalize(this);
    }
}

public sealed class FileRecorder(string path) : DoubleBufferedSink
{
    private long _written;

    protected override void Flush(IReadOnlyList<Parameter> batch)
    {
        File.AppendAllLines(path, batch.Select(p => $"{p.Ticks};{p.Id};{p.Value:R}"));
        _written += batch.Count;
        if (batch.Count == 0)
        {
            Console.WriteLine($"{_written} parameters");
        }
    }
}
