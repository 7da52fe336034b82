// The loop polls a plain bool that another thread sets; the thread may never see it.
namespace Cases.S008;

public sealed class Greenhouse
{
    private bool _stopped;
    private Thread? _watcher;
    private readonly Action _vent;

    public Greenhouse(Action vent) => _vent = vent;

    public void Open()
    {
        _watcher = new Thread(Watch) { IsBackground = true };
        _watcher.Start();
    }

    public void Close()
    {
        _stopped = true; // expect: RACE#1
        _watcher?.Join();
    }

    private void Watch()
    {
        while (!_stopped) // expect: RACE#1
        {
            _vent();
        }
    }
}
