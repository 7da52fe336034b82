namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>
/// Starts what outlives its caller without the caller's execution context: a worker that many share should not
/// carry the trace or the user of the request that happened to start it.
/// </summary>
internal static class Detached
{
    public static Task Run(Func<Task> action)
    {
        using (ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow())
            return Task.Run(action);
    }

    /// <summary>A timer that does not run yet.</summary>
    public static ITimer NewTimer(TimeProvider time, TimerCallback callback, object state)
    {
        using (ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow())
            return time.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
