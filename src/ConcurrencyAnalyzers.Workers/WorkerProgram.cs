using System.ComponentModel;
using ConcurrencyAnalyzers.Workers.Host;

namespace ConcurrencyAnalyzers.Workers;

/// <summary>
/// The beginning of a program that can be its own worker. The package calls it by itself, before Main, in programs that are
/// compiled ahead of time; there is no need to call it elsewhere.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class WorkerProgram
{
    /// <summary>Whether this program begins with <see cref="Start"/>.</summary>
    internal static bool IsPresent { get; private set; }

    /// <summary>In a process that was started as a worker: does a worker's work and ends the process. Else: returns at once.</summary>
    public static void Start()
    {
        IsPresent = true;
        if (Environment.GetEnvironmentVariable(WorkerHost.Marker) is not null)
            Environment.Exit(WorkerHost.Run());
    }
}
