namespace ConcurrencyAnalyzers.Workers;

/// <summary>What becomes of the text that a job writes to the console.</summary>
public enum WorkerOutput
{
    /// <summary>
    /// Whole lines are written to <see cref="Console.Out"/> and <see cref="Console.Error"/> of this process. What a
    /// job wrote is there before its task ends.
    /// </summary>
    Forward,

    /// <summary>As <see cref="Forward"/>, with "[worker N] " in front of each line.</summary>
    ForwardWithPrefix,

    /// <summary>It is dropped. The end of the standard error is still kept for <see cref="WorkerCrashedException"/>.</summary>
    Discard,
}
