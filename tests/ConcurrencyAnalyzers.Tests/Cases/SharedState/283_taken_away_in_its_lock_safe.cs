// The nearest safe twins: it is dropped under the lock, or read once where it is used.
namespace Cases.S283;

public sealed class Channel
{
    private readonly object _gate = new();
    private StreamWriter? _writer;

    public void Open(string path)
    {
        lock (_gate)
            _writer = new StreamWriter(path);
    }

    public void Send(string line)
    {
        lock (_gate)
        {
            if (_writer != null)
                _writer.WriteLine(line);
        }
    }

    public void Flush()
    {
        lock (_gate)
            _writer?.Flush();
    }

    public void Drop()
    {
        lock (_gate)
            _writer = null;
    }
}

public sealed class Beating
{
    private readonly object _gate = new();
    private StreamWriter? _writer = new("beats");

    public Beating() => new Thread(Beat).Start();

    private void Beat()
    {
        for (;;)
        {
            lock (_gate)
                _writer?.WriteLine("beat");
            Thread.Sleep(1000);
        }
    }

    public void Drop() => _writer = null;
}
