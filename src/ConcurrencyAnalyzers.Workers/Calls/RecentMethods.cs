namespace ConcurrencyAnalyzers.Workers.Calls;

/// <summary>
/// The methods that have come back with a result from workers of this process, the last new ones: a worker that starts ahead makes them ready.
/// One that has never come back is none of them, for it may be what ends workers. Thread-safe.
/// </summary>
internal static class RecentMethods
{
    private const int Most = 32;

    private static readonly WorkerMethod?[] Methods = new WorkerMethod?[Most]; // also its lock
    private static int s_next;

    public static void Add(WorkerMethod method)
    {
        lock (Methods)
        {
            foreach (var known in Methods)
            {
                if (known == method)
                    return;
            }
            Methods[s_next++ % Most] = method;
        }
    }

    /// <summary>They, in no order, with gaps.</summary>
    public static WorkerMethod?[] ToArray()
    {
        lock (Methods)
            return [.. Methods];
    }
}
