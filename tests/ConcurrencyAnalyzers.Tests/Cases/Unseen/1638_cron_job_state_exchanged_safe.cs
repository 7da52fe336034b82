// A job is run by its schedule and on request, but never twice at a time. difficulty: medium
namespace Cases.U1638;

public enum JobState
{
    Idle,
    Running,
    Retired,
}

public sealed class JobGuard
{
    private JobState _state = JobState.Idle;

    public bool TryBegin() =>
        Interlocked.CompareExchange(ref _state, JobState.Running, JobState.Idle) == JobState.Idle;

    public void End() => Interlocked.Exchange(ref _state, JobState.Idle);
}

public sealed class CronJob(string name, Action body)
{
    private readonly JobGuard _guard = new();
    private DateTime _lastRun;
    private int _completed;
    private int _skipped;

    public string Name => name;

    public int Skipped => Volatile.Read(ref _skipped);

    public void Trigger()
    {
        if (!_guard.TryBegin())
        {
            Interlocked.Increment(ref _skipped);
            return;
        }
        try
        {
            body();
            _lastRun = DateTime.UtcNow;
            _completed++;
            Console.WriteLine($"{name}: {_completed} since start, last at {_lastRun:O}");
        }
        finally
        {
            _guard.End();
        }
    }
}

public sealed class CronService(IReadOnlyList<CronJob> jobs) : IDisposable
{
    private readonly List<Timer> _timers = [];

    public void Start(TimeSpan period)
    {
        foreach (var job in jobs)
        {
            _timers.Add(new Timer(_ => job.Trigger(), null, period, period));
        }
    }

    public Task RunNowAsync(int index) => Task.Run(jobs[index].Trigger);

    public void Dispose() => _timers.ForEach(timer => timer.Dispose());
}
