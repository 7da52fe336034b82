using System.Collections.Concurrent;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>
/// All workers of this process. When it ends in an orderly way they are ended with it; when it does not, they
/// notice by themselves.
/// </summary>
internal static class LiveWorkers
{
    private static readonly ConcurrentDictionary<Worker, bool> All = new();

    static LiveWorkers() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var worker in All.Keys)
            worker.Kill();
    };

    public static void Add(Worker worker) => All.TryAdd(worker, true);

    /// <summary>Tells all workers that a shared object is gone.</summary>
    public static void Forget(long sharedObject)
    {
        foreach (var worker in All.Keys)
            worker.Forget(sharedObject);
    }

    public static void Remove(Worker worker) => All.TryRemove(worker, out _);
}
