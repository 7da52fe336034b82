namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>What somebody else's code can leave behind on a thread, as it was before that code ran.</summary>
internal readonly struct CleanThread
{
    private readonly ExecutionContext? _execution;
    private readonly SynchronizationContext? _synchronization;
    private readonly ThreadPriority _priority;
    private readonly bool _isBackground;

    private CleanThread(ExecutionContext? execution, SynchronizationContext? synchronization, Thread thread)
    {
        _execution = execution;
        _synchronization = synchronization;
        (_priority, _isBackground) = (thread.Priority, thread.IsBackground);
    }

    /// <summary>The state of this thread now.</summary>
    public static CleanThread Current() => new(ExecutionContext.Capture(), SynchronizationContext.Current, Thread.CurrentThread);

    /// <summary>Gives this thread, the one it was taken from, its state back.</summary>
    public void Restore()
    {
        if (_execution is not null)
            ExecutionContext.Restore(_execution); // culture and activity are in it, too
        SynchronizationContext.SetSynchronizationContext(_synchronization);
        var thread = Thread.CurrentThread;
        if (thread.Priority != _priority)
            thread.Priority = _priority;
        if (thread.IsBackground != _isBackground)
            thread.IsBackground = _isBackground;
    }
}
