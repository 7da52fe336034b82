using System.Runtime.InteropServices;

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// Linux: has the memory under a large new array made ready, large pages where they fit and the rest in one step. To touch fresh
/// memory page by page costs more than to copy it, ten times more on a virtual machine; and whether an array's memory is fresh
/// depends on what the garbage collector gave back. A hint: without it, or where the system does not follow it, all works the same.
/// </summary>
internal static unsafe partial class HugePages
{
    private const nint Size = 2 * 1024 * 1024;
    private const int AdviceHuge = 14, AdvicePopulate = 23; // MADV_HUGEPAGE, MADV_POPULATE_WRITE
    private const int SmallestHuge = 2 * (int)Size;
    private const int Smallest = 128 * 1024;

    private static readonly nint PageSize = Environment.SystemPageSize;
    private static volatile bool s_refusesHuge = !OperatingSystem.IsLinux();
    private static volatile bool s_refusesPopulate = !OperatingSystem.IsLinux(); // as systems before 5.14 do

    /// <summary>Asks for the memory. The array may move later; then the hint was for nothing.</summary>
    public static void AskFor(Span<byte> memory)
    {
        if (memory.Length < Smallest || s_refusesPopulate && s_refusesHuge)
            return;
        fixed (byte* pinned = memory)
        {
            var (start, end) = ((nint)pinned, (nint)pinned + memory.Length);
            try
            {
                if (memory.Length < SmallestHuge || s_refusesHuge)
                {
                    Populate(start, Math.Min(end, start + SmallestHuge));
                    return;
                }
                var (first, last) = ((start + Size - 1) & ~(Size - 1), end & ~(Size - 1));
                if (MemoryAdvice(first, last - first, AdviceHuge) != 0)
                    s_refusesHuge = true;
                Populate(start, first);
                Populate(last, end);
            }
            catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
            {
                s_refusesHuge = s_refusesPopulate = true;
            }
        }
    }

    // Whole pages only. Where the one in the middle is there, most are.
    private static void Populate(nint start, nint end)
    {
        (start, end) = ((start + PageSize - 1) & ~(PageSize - 1), end & ~(PageSize - 1));
        if (start >= end || s_refusesPopulate)
            return;
        byte isThere;
        var middle = (start + ((end - start) / 2)) & ~(PageSize - 1);
        if (IsInCore(middle, PageSize, &isThere) == 0 && (isThere & 1) == 0 && MemoryAdvice(start, end - start, AdvicePopulate) != 0)
            s_refusesPopulate = true;
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int MemoryAdvice(nint start, nint length, int advice);

    [LibraryImport("libc", EntryPoint = "mincore")]
    private static partial int IsInCore(nint start, nint length, byte* pages);
}
