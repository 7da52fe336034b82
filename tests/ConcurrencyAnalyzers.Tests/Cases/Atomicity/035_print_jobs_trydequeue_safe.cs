// Whether there is a job is decided by the call that takes it.
namespace Cases.Atomicity.S035;

public sealed class PrintJobs
{
    private readonly object _gate = new();
    private readonly Queue<string> _jobs = new();

    public int Waiting
    {
        get
        {
            lock (_gate)
                return _jobs.Count;
        }
    }

    public void Add(string job)
    {
        lock (_gate)
            _jobs.Enqueue(job);
    }

    public string? Next()
    {
        if (Waiting == 0)
            return null;
        lock (_gate)
            return _jobs.TryDequeue(out var job) ? job : null;
    }

    public void Cancel(string job)
    {
        List<string> rest;
        lock (_gate)
            rest = [.. _jobs];
        if (!rest.Contains(job))
            return;
        lock (_gate)
            Console.WriteLine(_jobs.Count);
    }
}
