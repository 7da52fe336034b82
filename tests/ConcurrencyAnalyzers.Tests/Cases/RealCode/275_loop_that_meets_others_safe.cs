// In each turn the worker takes the lock of the queue: it sees the flag anew.
namespace Cases.R275;

internal sealed class Jobs
{
    private readonly object _gate = new();
    private readonly Queue<Action> _waiting = new();

    public void Put(Action job)
    {
        lock (_gate)
            _waiting.Enqueue(job);
    }

    public Action? Next()
    {
        lock (_gate)
            return _waiting.Count > 0 ? _waiting.Dequeue() : null;
    }
}

public sealed class Worker
{
    private readonly Jobs _jobs = new();
    private readonly Thread _thread;
    private bool _goesOn = true;

    public Worker()
    {
        _thread = new Thread(Run);
        _thread.Start();
    }

    public void Put(Action job) => _jobs.Put(job);

    public void Stop()
    {
        _goesOn = false;
        _thread.Join();
    }

    private void Run()
    {
        while (_goesOn)
        {
            var job = _jobs.Next();
            job?.Invoke();
        }
    }
}
