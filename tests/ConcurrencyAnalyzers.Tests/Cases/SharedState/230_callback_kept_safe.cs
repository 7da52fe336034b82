// The nearest safe twins: one read for test and use, both under the lock, or nobody who sets it to null beside them.
namespace Cases.S230;

public sealed class Notifier
{
    private readonly Lock _gate = new();
    private Action? _done;
    private Action? _failed;

    public void Subscribe(Action done, Action failed)
    {
        lock (_gate)
        {
            _done += done;
            _failed += failed;
        }
    }

    public void Unsubscribe(Action done, Action failed)
    {
        lock (_gate)
        {
            _done -= done;
            _failed -= failed;
        }
    }

    public void Raise()
    {
        var done = _done;
        if (done != null)
        {
            done();
        }
        _done?.Invoke();
    }

    public void Fail()
    {
        Action failed;
        lock (_gate)
        {
            if (_failed == null)
            {
                return;
            }
            failed = _failed;
        }
        failed();
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
                    _log.WriteLine(i);
                }
            }
        });
        writer.Wait();
        _log = null;
    }
}
