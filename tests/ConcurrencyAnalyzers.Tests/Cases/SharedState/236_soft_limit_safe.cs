// The nearest safe twins: a pool that lets go in silence what is too much; a job that is looked at again once it is taken.
using System.Collections.Concurrent;
using System.Text;

namespace Cases.S236;

public sealed class Builders
{
    private readonly ConcurrentQueue<StringBuilder> _free = new();

    public StringBuilder Rent() => _free.TryDequeue(out var builder) ? builder : new StringBuilder();

    public void Return(StringBuilder builder)
    {
        if (_free.Count < 16)
        {
            _free.Enqueue(builder.Clear());
        }
    }
}

public sealed class Trace
{
    private readonly ConcurrentQueue<string> _lines = new();

    public void Write(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Length == 0)
        {
            throw new ArgumentException("There is nothing to write.", nameof(line));
        }
        if (_lines.Count >= 1000)
        {
            return;
        }
        _lines.Enqueue(line);
    }

    public string? Next() => _lines.TryDequeue(out var line) ? line : null;
}

public sealed record Job(string Name, DateTime Due);

public sealed class Agenda
{
    private readonly ConcurrentQueue<Job> _jobs = new();

    public void Add(Job job) => _jobs.Enqueue(job);

    public void RunDue(DateTime now, Action<Job> run)
    {
        if (_jobs.TryPeek(out var next) && next.Due <= now && _jobs.TryDequeue(out var job) && job.Due <= now)
        {
            run(job);
        }
    }

    public Job? Due(DateTime now)
    {
        if (_jobs.TryPeek(out var next) && next.Due <= now && _jobs.TryDequeue(out var job))
        {
            if (job.Due <= now)
            {
                return job;
            }
            _jobs.Enqueue(job);
        }
        return null;
    }
}
