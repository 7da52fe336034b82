using System.Diagnostics;
using System.Globalization;
using System.Runtime;

/// <summary>
/// Loaded into the compiler's process by DOTNET_STARTUP_HOOKS: writes what the process has used when it ends. A process
/// that has ended cannot be asked on every platform, and a parent sees no peak.
/// </summary>
#pragma warning disable CA1050 // The runtime looks for this name outside of any namespace.
public static class StartupHook
#pragma warning restore CA1050
{
    /// <summary>The environment variable that names the file to write.</summary>
    public const string FileVariable = "CONCURRENCY_BENCHMARK_USAGE";

    /// <summary>Called by the runtime.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is { Length: > 0 } file)
            AppDomain.CurrentDomain.ProcessExit += (_, _) => File.WriteAllText(file, Usage());
    }

    private static string Usage()
    {
        using var self = Process.GetCurrentProcess();
        return string.Create(CultureInfo.InvariantCulture,
            $"{Environment.CpuUsage.TotalTime.TotalSeconds} {self.PeakWorkingSet64} {JitInfo.GetCompiledMethodCount()} {JitInfo.GetCompiledILBytes()} {JitInfo.GetCompilationTime().TotalSeconds} {GC.GetTotalAllocatedBytes()}");
    }
}
