// A volatile flag, and a thread that Close waits for before it reads what the thread counted.
namespace Cases.S009;

public sealed class Greenhouse
{
    private volatile bool _stopped;
    private Thread? _watcher;
    private int _rounds;
    private readonly Action _vent;

    public Greenhouse(Action vent) => _vent = vent;

    public void Open()
    {
        _watcher = new Thread(Watch) { IsBackground = true };
        _watcher.Start();
    }

    public int Close()
    {
        _stopped = true;
        _watcher!.Join();
        return _rounds;
    }

    private void Watch()
    {
        while (!_stopped)
        {
            _vent();
            _rounds++;
        }
    }
}
