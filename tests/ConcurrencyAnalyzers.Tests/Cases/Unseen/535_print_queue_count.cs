// Between the Count test and Dequeue the lock is free: another printer may take the last job, Dequeue throws. difficulty: medium
namespace Cases.U535;

public sealed class PrintQueue
{
    private readonly object _gate = new();
    private readonly Queue<string> _jobs = new();

    public void Submit(string job)
    {
        lock (_gate)
        {
            _jobs.Enqueue(job);
        }
    }

    public bool IsEmpty
    {
        get
        {
            lock (_gate)
            {
                return _jobs.Count == 0;
            }
        }
    }

    public string? Next()
    {
        if (IsEmpty)
        {
            return null;
        }

        lock (_gate)
        {
            return _jobs.Dequeue(); // expect: CHECK_THEN_ACT
        }
    }
}
