// A delegate is tested, and read once more to be called: another thread can have taken the last one away between.
namespace Cases.S229;

public sealed class Notifier
{
    private readonly Lock _gate = new();
    private Action? _done;

    public void Subscribe(Action action)
    {
        lock (_gate)
        {
            _done += action;
        }
    }

    public void Unsubscribe(Action action)
    {
        lock (_gate)
        {
            _done -= action;
        }
    }

    public void Raise()
    {
        if (_done != null)
        {
            _done(); // expect: INCONSISTENT_LOCK
        }
    }
}

public sealed class Recorder
{
    private StreamWriter? _log;

    public void Run(string path)
    {
        _log = new StreamWriter(path);
        var writer = Task.Run(() =>
        {
            for (var i = 0; i < 100; i++)
            {
                if (_log != null)
                {
                    _log.WriteLine(i); // expect: RACE, INCONSISTENT_LOCK?
                }
            }
        });
        _log = null; // expect: RACE?
        writer.Wait();
    }
}
