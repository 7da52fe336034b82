using System.IO.Pipes;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ConcurrencyAnalyzers.Workers.Launch;

/// <summary>Linux: reads two pipes on one thread, whichever has something. For one thread.</summary>
internal sealed unsafe partial class PolledPipes
{
    private const short POLLIN = 1;

    private readonly SafePipeHandle[] _handles;
    private readonly bool[] _ended = new bool[2];

    private PolledPipes(SafePipeHandle first, SafePipeHandle second) => _handles = [first, second];

    /// <summary><see langword="null"/> where the system has no such call, or the streams are no pipes.</summary>
    public static PolledPipes? TryCreate(Stream first, Stream second) =>
        OperatingSystem.IsLinux() && first is PipeStream one && second is PipeStream two ? new PolledPipes(one.SafePipeHandle, two.SafePipeHandle) : null;

    /// <summary>Blocks until one has something: how much, 0 at its end, and -1 when both have ended.</summary>
    public int Read(Span<byte> destination, out int which)
    {
        var waits = stackalloc PollEntry[2];
        while (!(_ended[0] && _ended[1]))
        {
            for (var i = 0; i < 2; i++)
                waits[i] = new PollEntry { Descriptor = _ended[i] ? -1 : (int)_handles[i].DangerousGetHandle(), Events = POLLIN };
            if (Poll(waits, 2, -1) <= 0)
                continue; // a signal
            which = waits[0].Happened != 0 ? 0 : 1;
            var count = ReadNow(which, destination);
            _ended[which] = count == 0;
            return count;
        }
        which = 0;
        return -1;
    }

    private int ReadNow(int which, Span<byte> destination)
    {
        try
        {
            return SystemPipe.Read(_handles[which], destination);
        }
        catch (ObjectDisposedException)
        {
            return 0;
        }
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct PollEntry
    {
        public int Descriptor;
        public short Events;
        public short Happened;
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(PollEntry* entries, nint count, int milliseconds);
}
