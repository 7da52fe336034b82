using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ConcurrencyAnalyzers.Workers.Host;

/// <summary>Ends this process at once, whatever it does: nothing of the user's runs any more.</summary>
internal static partial class OwnEnd
{
    private const int SIGKILL = 9;

    /// <summary>Makes ready what the end needs, for it may come when there is no memory left.</summary>
    public static void Prepare()
    {
        if (!OperatingSystem.IsWindows())
            _ = Signal(Environment.ProcessId, 0);
    }

    public static void Now()
    {
        if (!OperatingSystem.IsWindows())
            _ = Signal(Environment.ProcessId, SIGKILL);
        using var self = Process.GetCurrentProcess();
        self.Kill();
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
