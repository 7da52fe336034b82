// The lock is released between look and take, but the take checks again under the lock. difficulty: medium
namespace Cases.U536;

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

    public string? Next(Action warmUp)
    {
        if (IsEmpty)
        {
            return null;
        }

        warmUp();
        lock (_gate)
        {
            return _jobs.Count > 0 ? _jobs.Dequeue() : null;
        }
    }
}
