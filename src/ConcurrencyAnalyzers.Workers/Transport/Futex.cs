using System.Runtime.InteropServices;

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// Linux: a thread sleeps on a word of memory, its own or one shared with another process, until that is woken. The
/// cheapest way to wait there is: nothing enters the system while nobody sleeps.
/// </summary>
internal static unsafe partial class Futex
{
    private const int Wait = 0, Wake = 1;

    private static readonly nint Number = RuntimeInformation.ProcessArchitecture switch
    {
        Architecture.X64 => 202,
        Architecture.Arm64 => 98,
        _ => 0,
    };

    public static bool IsSupported { get; } = OperatingSystem.IsLinux() && Number != 0 && Answers();

    /// <summary>Sleeps while the word has the value. May return early; the caller looks again.</summary>
    public static void Sleep(uint* word, uint value) => _ = SystemCall(Number, word, Wait, (nint)value, null, 0, 0);

    /// <summary>Wakes all who sleep on the word.</summary>
    public static void WakeAll(uint* word) => _ = SystemCall(Number, word, Wake, int.MaxValue, null, 0, 0);

    private static bool Answers()
    {
        try
        {
            uint word = 0;
            return SystemCall(Number, &word, Wake, 1, null, 0, 0) == 0; // sandboxes may refuse the call
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "syscall")]
    private static partial nint SystemCall(nint number, uint* word, nint operation, nint value, void* timeout, nint unused, nint unused2);
}
