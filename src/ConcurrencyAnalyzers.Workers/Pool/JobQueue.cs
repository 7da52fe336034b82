using System.Collections;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>
/// Jobs in a row, any of which can be taken out. A job is in one row at a time and is its own link in it, so that a job
/// in passing costs no memory. Guarded by its owner.
/// </summary>
internal sealed class JobQueue : IEnumerable<Job>
{
    private Job? _last;

    public int Count { get; private set; }

    public Job? First { get; private set; }

    public bool Contains(Job job) => job.Queue == this;

    public void AddLast(Job job)
    {
        Enter(job);
        job.Previous = _last;
        if (_last is null)
            First = job;
        else
            _last.Next = job;
        _last = job;
    }

    public void AddFirst(Job job)
    {
        Enter(job);
        job.Next = First;
        if (First is null)
            _last = job;
        else
            First.Previous = job;
        First = job;
    }

    public void Remove(Job job)
    {
        if (job.Queue != this)
            throw new InvalidOperationException("The job is not in this queue.");
        if (job.Previous is null)
            First = job.Next;
        else
            job.Previous.Next = job.Next;
        if (job.Next is null)
            _last = job.Previous;
        else
            job.Next.Previous = job.Previous;
        job.Queue = null;
        job.Next = job.Previous = null;
        Count--;
    }

    /// <summary>Takes all out.</summary>
    public Job[] TakeAll()
    {
        Job[] all = [.. this];
        foreach (var job in all)
            Remove(job);
        return all;
    }

    /// <summary>Not while jobs are added or taken out.</summary>
    public IEnumerator<Job> GetEnumerator()
    {
        for (var job = First; job is not null; job = job.Next)
            yield return job;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Enter(Job job)
    {
        if (job.Queue is not null)
            throw new InvalidOperationException("The job is in a queue already.");
        job.Queue = this;
        Count++;
    }
}
