using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Codecs;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>
/// A job of no consequence for a worker that stands ready: the first job in a process waits for the compiler longer than
/// it takes to notice that another process has died.
/// </summary>
internal static class DryRun
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>Completes when the job has ended, in whatever way: the worker's first real job says what is wrong with it.</summary>
    public static async Task OnAsync(Worker worker)
    {
        var job = new Job<int>(new Call((Func<int, int>)Same, WireCodec.Default).Add(1), WireCodec.Default, new JobRules(Limit, IsInternal: true), CancellationToken.None);
        if (worker.TryPost(job))
            await ((Task)job.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static int Same(int x) => x;
}
