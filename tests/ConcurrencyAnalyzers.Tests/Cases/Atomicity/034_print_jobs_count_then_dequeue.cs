// Two printers see the last job; the second one's Dequeue throws.
namespace Cases.Atomicity.S034;

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
        {
            return _jobs.Dequeue(); // expect: CHECK_THEN_ACT
        }
    }
}
