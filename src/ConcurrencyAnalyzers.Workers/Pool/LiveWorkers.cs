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

    public static void Remove(Worker worker) => All.TryRemove(worker, out _);
}
