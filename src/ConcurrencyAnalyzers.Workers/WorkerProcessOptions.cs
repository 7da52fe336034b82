namespace ConcurrencyAnalyzers.Workers;

/// <summary>How a <see cref="WorkerProcess"/> starts and runs. Read once, when it starts.</summary>
public sealed record WorkerProcessOptions
{
    /// <summary>What becomes of the text that the process writes to the console; without effect with <see cref="RedirectStandardStreams"/>. Default: <see cref="WorkerOutput.Forward"/>.</summary>
    public WorkerOutput Output { get; init; }

    /// <summary>
    /// Connects <see cref="WorkerProcess.StandardInput"/>, <see cref="WorkerProcess.StandardOutput"/> and
    /// <see cref="WorkerProcess.StandardError"/> to those of the process. As with any process, one that writes much waits until it
    /// is read, and <see cref="WorkerCrashedException.StandardErrorTail"/> is then empty. Default: <see langword="false"/>; the
    /// standard input is at its end and the output goes where <see cref="Output"/> says.
    /// </summary>
    public bool RedirectStandardStreams { get; init; }

    /// <summary>The current directory of the process. Default: that of this process at the moment of the start.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Environment variables that the process gets on top of this process's own; <see langword="null"/> removes one.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    /// <summary>The most that the managed heap may take, in bytes; beyond it the method gets <see cref="OutOfMemoryException"/>.</summary>
    public long? ManagedHeapLimitBytes { get; init; }

    /// <summary>How long the process may take to report. Default: 30 seconds.</summary>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>See <see cref="WorkerPoolOptions.EnableDiagnostics"/>.</summary>
    public bool EnableDiagnostics { get; init; }

    /// <summary>See <see cref="WorkerPoolOptions.WaitForDebugger"/>.</summary>
    public bool WaitForDebugger { get; init; }
}
