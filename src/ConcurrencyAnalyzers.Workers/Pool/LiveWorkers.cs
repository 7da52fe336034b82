using ConcurrencyAnalyzers.Workers.Shared;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>
/// All workers of this process. When it ends in an orderly way they are ended with it; when it does not, they
/// notice by themselves.
/// </summary>
internal static class LiveWorkers
{
    private static readonly HashSet<Worker> Live = [];

    static LiveWorkers() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var worker in All())
            worker.Kill();
    };

    public static void Add(Worker worker)
    {
        lock (Live)
            Live.Add(worker);
    }

    /// <summary>Tells all workers that have it that a shared object is gone.</summary>
    public static void Forget(SharedObject sharedObject)
    {
        foreach (var worker in All())
            worker.Forget(sharedObject);
    }

    public static void Remove(Worker worker)
    {
        lock (Live)
            Live.Remove(worker);
    }

    private static Worker[] All()
    {
        lock (Live)
            return [.. Live];
    }
}
