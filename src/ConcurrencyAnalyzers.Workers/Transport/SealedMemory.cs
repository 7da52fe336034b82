using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// Linux: memory as a file that has no name and whose size nobody can change, whoever has it open. Of an ordinary file another
/// process could take pages away, and a touch of one of those ends the process that touches it.
/// </summary>
internal static unsafe partial class SealedMemory
{
    private const int EINTR = 4;
    private const uint CloseOnExec = 1, AllowSealing = 2, NotExecutable = 8;
    private const int AddSeals = 1033, SealSeal = 1, SealShrink = 2, SealGrow = 4;

    // Up to here a look at what the machine has left costs more than it tells.
    private const long Small = 16 * 1024 * 1024;

    /// <summary>
    /// Whether the machine has so much memory left. Such memory has no limit of its own, and that of a file in memory may be
    /// as much as there is: the system would end processes to find it.
    /// </summary>
    public static bool HasRoomFor(long size) => HasRoomFor(size, "/proc/meminfo", "/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes");

    /// <inheritdoc cref="HasRoomFor(long)"/>
    /// <param name="size">How much is wanted.</param>
    /// <param name="machine">Where the system says what it has left. Where it does not, it says so by refusing the memory.</param>
    /// <param name="limits">Where it says what this container may have. (The heap's limit is no measure: such memory is not in the heap.)</param>
    internal static bool HasRoomFor(long size, string machine, params ReadOnlySpan<string> limits)
    {
        if (size <= Small)
            return true;
        if (Available(machine) is { } left && size > left)
            return false;
        foreach (var limit in limits)
        {
            if (size > Limit(limit))
                return false;
        }
        return true;
    }

    /// <summary>Makes memory of zeros, all of it reserved; <see langword="null"/> where the system has no such memory, or not so much of it.</summary>
    public static FileStream? TryCreate(string name, long size)
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
            return null;
        try
        {
            return TryOpen(name, size);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            return null;
        }
    }

    private static FileStream? TryOpen(string name, long size)
    {
        int descriptor;
        fixed (byte* bytes = Encoding.ASCII.GetBytes(name + '\0'))
        {
            descriptor = Create(bytes, CloseOnExec | AllowSealing | NotExecutable); // new systems may insist on it, old ones do not know it
            if (descriptor < 0)
                descriptor = Create(bytes, CloseOnExec | AllowSealing);
        }
        if (descriptor < 0)
            return null;
        var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        if (IsReserved(handle, size) && Control(handle, AddSeals, SealSeal | SealShrink | SealGrow) == 0)
            return new FileStream(handle, FileAccess.ReadWrite, bufferSize: 0);
        handle.Dispose();
        return null;
    }

    // Grows it, too.
    private static bool IsReserved(SafeFileHandle handle, long size)
    {
        while (Reserve(handle, 0, 0, (nint)size) != 0)
        {
            if (Marshal.GetLastPInvokeError() != EINTR)
                return false;
        }
        return true;
    }

    private static long? Available(string path)
    {
        var line = Lines(path).FirstOrDefault(static l => l.StartsWith("MemAvailable:", StringComparison.Ordinal));
        return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var kilobytes, ..] && long.TryParse(kilobytes, out var count) ? count * 1024 : null;
    }

    // "max" is no number, and a file that is not there is no limit.
    private static long? Limit(string path) => long.TryParse(Lines(path).FirstOrDefault(), out var bytes) ? bytes : null;

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    [LibraryImport("libc", EntryPoint = "memfd_create", SetLastError = true)]
    private static partial int Create(byte* name, uint flags);

    [LibraryImport("libc", EntryPoint = "fallocate", SetLastError = true)]
    private static partial int Reserve(SafeFileHandle file, int mode, nint offset, nint length);

    [LibraryImport("libc", EntryPoint = "fcntl", SetLastError = true)]
    private static partial int Control(SafeFileHandle file, int command, nint argument);
}
