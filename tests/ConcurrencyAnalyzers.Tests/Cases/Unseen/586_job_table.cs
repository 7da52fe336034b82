// A job table; the dispatcher loop asks it for the jobs that are due.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U586;

public sealed record ScheduledJob(Guid Id, DateTimeOffset DueAt, Func<CancellationToken, Task> Work);

public sealed class JobTable
{
    private readonly object _sync = new();
    private readonly List<ScheduledJob> _jobs = new();

    public void Add(ScheduledJob job)
    {
        lock (_sync)
        {
            _jobs.Add(job);
        }
    }

    public bool Cancel(Guid id)
    {
        lock (_sync)
        {
            return _jobs.RemoveAll(job => job.Id == id) > 0;
        }
    }

    public IEnumerable<ScheduledJob> DueAt(DateTimeOffset now)
    {
        lock (_sync)
        {
            return _jobs.Where(job => job.DueAt <= now); // expect: ESCAPES_LOCK
        }
    }
}

public sealed class JobDispatcher
{
    private readonly JobTable _table;
    private readonly Task _loop;

    public JobDispatcher(JobTable table, CancellationToken stop)
    {
        _table = table;
        _loop = Task.Run(() => LoopAsync(stop), CancellationToken.None);
    }

    public Task Completion => _loop;

    private async Task LoopAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            foreach (var job in _table.DueAt(DateTimeOffset.UtcNow))
            {
                if (_table.Cancel(job.Id))
                {
                    await job.Work(stop);
                }

                break;
            }

            await Task.Delay(100, CancellationToken.None);
        }
    }
}
