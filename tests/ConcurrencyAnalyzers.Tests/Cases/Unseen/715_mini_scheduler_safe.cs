// Stop flag is volatile, the counter is advanced by the one scheduler thread and read atomically, results by reference swap. difficulty: medium
namespace Cases.U715;

public sealed record JobRun(string Job, DateTime At, bool Succeeded);

public sealed class MiniScheduler : IDisposable
{
    private readonly AutoResetEvent _wake = new(false);
    private readonly Thread _thread;
    private readonly TimeSpan _period;
    private readonly IReadOnlyDictionary<string, Func<bool>> _jobs;
    private volatile bool _stopping;
    private volatile JobRun? _last;
    private long _runs;

    public MiniScheduler(TimeSpan period, IReadOnlyDictionary<string, Func<bool>> jobs)
    {
        _period = period;
        _jobs = jobs;
        _thread = new Thread(Loop) { Name = "scheduler" };
        _thread.Start();
    }

    public JobRun? LastRun => _last;

    public long Runs => Interlocked.Read(ref _runs);

    public void RunNow() => _wake.Set();

    public void Stop()
    {
        _stopping = true;
        _wake.Set();
        _thread.Join();
    }

    public void Dispose()
    {
        Stop();
        _wake.Dispose();
    }

    private void Loop()
    {
        while (!_stopping)
        {
            _wake.WaitOne(_period);
            foreach ((string name, Func<bool> job) in _jobs)
            {
                if (_stopping)
                {
                    return;
                }
                bool succeeded = job();
                Interlocked.Increment(ref _runs);
                _last = new JobRun(name, DateTime.UtcNow, succeeded);
            }
        }
    }
}
