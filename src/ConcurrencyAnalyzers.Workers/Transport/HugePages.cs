using System.Runtime.InteropServices;

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// Linux: asks for large pages under a large new array. To touch fresh memory page by page costs more than to copy it,
/// ten times more on a virtual machine. A hint: without it, or where the system does not follow it, all works the same.
/// </summary>
internal static unsafe partial class HugePages
{
    private const nint Size = 2 * 1024 * 1024;
    private const int Advice = 14; // MADV_HUGEPAGE
    private const int Smallest = 2 * (int)Size;

    private static volatile bool s_refused = !OperatingSystem.IsLinux();

    /// <summary>Asks for the inner part of the memory. The array may move later; then the hint was for nothing.</summary>
    public static void AskFor(Span<byte> memory)
    {
        if (memory.Length < Smallest || s_refused)
            return;
        fixed (byte* start = memory)
        {
            var first = ((nint)start + Size - 1) & ~(Size - 1);
            var end = ((nint)start + memory.Length) & ~(Size - 1);
            try
            {
                if (MemoryAdvice((void*)first, (nuint)(end - first), Advice) != 0)
                    s_refused = true;
            }
            catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
            {
                s_refused = true;
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int MemoryAdvice(void* start, nuint length, int advice);
}
