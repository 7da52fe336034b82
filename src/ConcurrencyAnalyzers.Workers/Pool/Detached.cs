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
    public static Timer NewTimer(TimerCallback callback, object state)
    {
        using (ExecutionContext.IsFlowSuppressed() ? default(AsyncFlowControl?) : ExecutionContext.SuppressFlow())
            return new Timer(callback, state, Timeout.Infinite, Timeout.Infinite);
    }
}
