using System.Runtime.InteropServices;

namespace ConcurrencyAnalyzers.Workers.Launch;

/// <summary>Linux: files by the system's own calls, for the few steps that each worker takes before its first job.</summary>
internal static unsafe partial class SystemFile
{
    private const int O_WRONLY = 1, O_CLOEXEC = 0x80000;

    /// <summary>Writes into a file that is there, if the system lets us.</summary>
    /// <param name="path">UTF-8, with a zero behind it.</param>
    /// <param name="content">Short.</param>
    public static void TryWrite(ReadOnlySpan<byte> path, ReadOnlySpan<byte> content)
    {
        fixed (byte* name = path, bytes = content)
        {
            var file = Open(name, O_WRONLY | O_CLOEXEC);
            if (file < 0)
                return;
            _ = Write(file, bytes, content.Length);
            _ = Close(file);
        }
    }

    [LibraryImport("libc", EntryPoint = "open")]
    private static partial int Open(byte* path, int flags);

    [LibraryImport("libc", EntryPoint = "write")]
    private static partial nint Write(int file, byte* bytes, nint size);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int file);
}
