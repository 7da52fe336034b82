// The nearest wrong one: each that finds no mutex makes another, and they do not keep each other out.
namespace Cases.R298;

public sealed class SharedFile
{
    private readonly object _gate = new();
    private Mutex? _turn;
    private int _lines;

    public void Write(string path)
    {
        if (_turn is null)
            _turn = new Mutex(); // expect: LAZY_INIT
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
