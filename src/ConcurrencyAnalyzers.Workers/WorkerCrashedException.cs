using System.Globalization;

namespace ConcurrencyAnalyzers.Workers;

/// <summary>
/// The worker process ended while it ran the job: a stack overflow, <see cref="Environment.FailFast(string)"/>,
/// a native crash, <see cref="Environment.Exit"/> or a kill from outside. The job may have run in part; other
/// jobs are not touched, and the pool replaces the worker.
/// </summary>
public sealed class WorkerCrashedException : WorkerException
{
    internal WorkerCrashedException(int processId, int? exitCode, string standardError, WorkerEnd? end = null, string? reason = null)
        : base(Describe(processId, exitCode, standardError, reason))
    {
        End = end ?? WorkerEndings.Of(exitCode);
        ProcessId = processId;
        ExitCode = exitCode;
        StandardErrorTail = standardError;
    }

    /// <summary>In which way the process ended.</summary>
    public WorkerEnd End { get; }

    /// <summary>The id that the operating system gave to the worker process.</summary>
    public int ProcessId { get; }

    /// <summary>
    /// The exit code of the process: on Unix 128 plus the signal number when a signal ended it.
    /// <see langword="null"/> when the system did not report one in time.
    /// </summary>
    public int? ExitCode { get; }

    /// <summary>The last lines that the process wrote to its standard error, at most 16 K characters.</summary>
    public string StandardErrorTail { get; }

    private static string Describe(int processId, int? exitCode, string standardError, string? reason)
    {
        var code = exitCode?.ToString(CultureInfo.InvariantCulture) ?? "unknown";
        var text = reason ?? $"The worker process {processId} ended while it ran the job (exit code {code}{SignalName(exitCode)}).";
        return standardError.Length == 0 ? text : $"{text} Its last words were:{Environment.NewLine}{standardError}";
    }

    private static string SignalName(int? exitCode) => OperatingSystem.IsWindows() ? "" : exitCode switch
    {
        134 => ", aborted",
        135 => ", bus error",
        137 => ", killed: by somebody, or by the system for want of memory",
        139 => ", segmentation fault",
        143 => ", terminated",
        _ => "",
    };
}
