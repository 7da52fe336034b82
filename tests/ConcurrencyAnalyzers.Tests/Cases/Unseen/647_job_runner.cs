// Between IsEmpty and TryDequeue another drainer can take the last job; the result of TryDequeue is not looked at. difficulty: easy
using System.Collections.Concurrent;

namespace Cases.U647;

public interface IJob
{
    Task RunAsync(CancellationToken token);
}

public sealed class JobRunner
{
    private readonly ConcurrentQueue<IJob> _jobs = new();
    private int _finished;

    public int Finished => Volatile.Read(ref _finished);

    public JobRunner Add(IJob job)
    {
        _jobs.Enqueue(job);
        return this;
    }

    public Task RunAsync(int workers, CancellationToken token) =>
        Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(() => DrainAsync(token), token)));

    private async Task DrainAsync(CancellationToken token)
    {
        while (!_jobs.IsEmpty)
        {
            _jobs.TryDequeue(out var job); // expect: CHECK_THEN_ACT#1
            await job!.RunAsync(token).ConfigureAwait(false); // expect: CHECK_THEN_ACT#1
            Interlocked.Increment(ref _finished);
        }
    }
}
