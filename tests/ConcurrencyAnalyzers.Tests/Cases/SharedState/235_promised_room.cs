// A limit of which the caller is told is passed by two callers that see the last place free.
using System.Collections.Concurrent;

namespace Cases.S235;

public sealed class Spooler(int capacity)
{
    private readonly ConcurrentQueue<string> _documents = new();

    public bool TrySubmit(string document)
    {
        if (_documents.Count >= capacity)
        {
            return false;
        }
        _documents.Enqueue(document); // expect: CHECK_THEN_ACT
        return true;
    }

    public string? Next() => _documents.TryDequeue(out var document) ? document : null;
}

public sealed record Job(string Name, DateTime Due);

public sealed class Agenda
{
    private readonly ConcurrentQueue<Job> _jobs = new();

    public void Add(Job job) => _jobs.Enqueue(job);

    public Job? Due(DateTime now)
    {
        if (_jobs.TryPeek(out var next) && next.Due <= now && _jobs.TryDequeue(out var job)) // expect: CHECK_THEN_ACT
        {
            return job;
        }
        return null;
    }
}
