// One part of the partial class guards the job list; the administration part removes from it without the lock. difficulty: medium
namespace Cases.U730;

public sealed class PrintJob(int id, string user, int pages)
{
    public int Id { get; } = id;

    public string User { get; } = user;

    public int Pages { get; } = pages;
}

public sealed partial class PrintSpooler : IDisposable
{
    private readonly object _gate = new();
    private readonly List<PrintJob> _jobs = [];
    private readonly Action<PrintJob> _print;
    private readonly Thread _printer;
    private int _nextId;
    private bool _closed;

    public PrintSpooler(Action<PrintJob> print)
    {
        _print = print;
        _printer = new Thread(PrintLoop) { IsBackground = true };
        _printer.Start();
    }

    public int Submit(string user, int pages)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            var job = new PrintJob(++_nextId, user, pages);
            _jobs.Add(job);
            Monitor.Pulse(_gate);
            return job.Id;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
        _printer.Join();
    }

    private PrintJob? Take()
    {
        lock (_gate)
        {
            while (_jobs.Count == 0 && !_closed)
            {
                Monitor.Wait(_gate);
            }
            if (_jobs.Count == 0)
            {
                return null;
            }
            var job = _jobs[0];
            _jobs.RemoveAt(0);
            return job;
        }
    }

    private void PrintLoop()
    {
        while (Take() is { } job)
        {
            _print(job);
        }
    }
}

public sealed partial class PrintSpooler
{
    public int PagesFor(string user)
    {
        lock (_gate)
        {
            return _jobs.Where(job => job.User == user).Sum(job => job.Pages);
        }
    }

    public int CancelAll(string user)
    {
        return _jobs.RemoveAll(job => job.User == user); // expect: INCONSISTENT_LOCK, RACE?
    }
}
