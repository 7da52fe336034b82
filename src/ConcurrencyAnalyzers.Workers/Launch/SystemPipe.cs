using System.Runtime.InteropServices;

namespace ConcurrencyAnalyzers.Workers.Launch;

/// <summary>
/// Linux: a pipe by the system's own calls. The base library takes each pipe for a socket first, and loads all it has for those.
/// </summary>
internal static unsafe partial class SystemPipe
{
    private const int EINTR = 4;

    /// <summary>Blocks for what is there; 0 at the end.</summary>
    public static int Read(SafeHandle pipe, Span<byte> destination)
    {
        fixed (byte* start = destination)
        {
            nint count;
            do
                count = ReadBytes(pipe, start, destination.Length);
            while (count < 0 && Marshal.GetLastPInvokeError() == EINTR);
            return (int)Math.Max(0, count); // a pipe that cannot be read has ended
        }
    }

    /// <summary>Throws <see cref="IOException"/> when nobody reads.</summary>
    public static void Write(SafeHandle pipe, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            for (var done = 0; done < bytes.Length;)
            {
                var count = WriteBytes(pipe, start + done, bytes.Length - done);
                if (count >= 0)
                    done += (int)count;
                else if (Marshal.GetLastPInvokeError() != EINTR)
                    throw new IOException("Nobody reads the pipe.");
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "read", SetLastError = true)]
    private static partial nint ReadBytes(SafeHandle pipe, byte* buffer, nint size);

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint WriteBytes(SafeHandle pipe, byte* buffer, nint size);
}
