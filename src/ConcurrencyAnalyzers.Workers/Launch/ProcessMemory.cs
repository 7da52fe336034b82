using System.ComponentModel;
using System.Diagnostics;

namespace ConcurrencyAnalyzers.Workers.Launch;

/// <summary>What a process occupies of the machine's memory.</summary>
internal static class ProcessMemory
{
    /// <summary>The resident pages of a process, in bytes; 0 when it is gone or the system does not tell.</summary>
    public static long Of(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return process.WorkingSet64;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return 0;
        }
    }
}
