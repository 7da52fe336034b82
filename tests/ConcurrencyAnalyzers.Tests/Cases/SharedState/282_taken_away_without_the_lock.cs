// Those who use the connection test it under the lock, and use it there; who drops it does not take the lock.
namespace Cases.S282;

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
                _writer.WriteLine(line); // expect: INCONSISTENT_LOCK?
        }
    }

    public void Flush()
    {
        lock (_gate)
        {
            if (_writer != null)
                _writer.Flush(); // expect: INCONSISTENT_LOCK?
        }
    }

    public void Drop() => _writer = null; // expect: INCONSISTENT_LOCK
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
            {
                if (_writer != null)
                    _writer.WriteLine("beat"); // expect: RACE?
            }

            Thread.Sleep(1000);
        }
    }

    public void Drop() => _writer = null; // expect: RACE
}
