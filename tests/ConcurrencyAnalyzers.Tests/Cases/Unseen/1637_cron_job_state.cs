// A job is run by its schedule and on request, but never twice at a time. difficulty: medium
// Blind: a volatile state that is put back by another member.
namespace Cases.U1637;

public enum JobState
{
    Idle,
    Running,
    Retired,
}

public sealed class JobGuard
{
    private volatile JobState _state = JobState.Idle;

    public bool TryBegin()
    {
        if (_state != JobState.Idle) // blind: NON_ATOMIC#1
        {
            return false;
        }
        _state = JobState.Running; // blind: NON_ATOMIC#1
        return true;
    }

    public void End() => _state = JobState.Idle; // expect: NON_ATOMIC?, RACE?
}

public sealed class CronJob(string name, Action body)
{
    private readonly JobGuard _guard = new();
    private int _completed;
    private int _skipped;

    public string Summary => $"{name}: {Volatile.Read(ref _completed)} completed, {Volatile.Read(ref _skipped)} skipped";

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
            Interlocked.Increment(ref _completed);
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
