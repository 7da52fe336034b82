namespace ConcurrencyAnalyzers.Workers;

/// <summary>In which way a worker process ended that should not have ended yet.</summary>
public enum WorkerEnd
{
    /// <summary>The system did not say in time.</summary>
    Unknown,

    /// <summary>The job, or a library, ended the process: <see cref="Environment.Exit"/>.</summary>
    Exited,

    /// <summary>A stack overflow, <see cref="Environment.FailFast(string)"/>, an access violation or another crash.</summary>
    Crashed,

    /// <summary>It was killed from outside: by a user, or by the system when the machine ran out of memory.</summary>
    Killed,

    /// <summary>The pool ended it because it occupied more than <see cref="WorkerPoolOptions.MaxWorkingSetBytes"/>.</summary>
    ExceededMemory,

    /// <summary>The pool ended it because what it sent was not an answer.</summary>
    BrokeProtocol,
}

/// <summary>Reads exit codes.</summary>
internal static class WorkerEndings
{
    public static WorkerEnd Of(int? exitCode) => exitCode switch
    {
        null => WorkerEnd.Unknown,
        { } code when OperatingSystem.IsWindows() => OfWindows(code),
        129 or 130 or 131 or 137 or 143 => WorkerEnd.Killed, // HUP, INT, QUIT, KILL, TERM
        132 or 133 or 134 or 135 or 136 or 139 or 159 => WorkerEnd.Crashed, // ILL, TRAP, ABRT, BUS, FPE, SEGV, SYS
        _ => WorkerEnd.Exited,
    };

    // Severity "error" in a status code is a crash; -1 is what TerminateProcess is called with.
    private static WorkerEnd OfWindows(int code) =>
        code == -1 ? WorkerEnd.Killed : unchecked((uint)code) >= 0x8000_0000 ? WorkerEnd.Crashed : WorkerEnd.Exited;
}
