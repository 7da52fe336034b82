// Two mutexes of one name are one lock of the system: it does not matter who makes it.
namespace Cases.R297;

public sealed class SharedFile
{
    private readonly object _gate = new();
    private Mutex? _turn;
    private int _lines;

    public void Write(string path)
    {
        if (_turn is null)
            _turn = new Mutex(false, path);
        _turn.WaitOne();
        try
        {
            File.AppendAllText(path, "line");
        }
        finally
        {
            _turn.ReleaseMutex();
        }

        lock (_gate)
            _lines++;
    }

    public int Lines()
    {
        lock (_gate)
            return _lines;
    }
}
