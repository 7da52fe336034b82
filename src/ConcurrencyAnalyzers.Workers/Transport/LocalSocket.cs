using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// Linux: a Unix-domain socket whose calls block. The base library's sockets do the same and far more, and what they set up for
/// that (tables of errors, event sources, a thread of their own) is a good part of a worker's start on both sides.
/// </summary>
internal sealed unsafe partial class LocalSocket : Stream
{
    private const int AF_UNIX = 1, SOCK_STREAM = 1, SOCK_CLOEXEC = 0x80000, SOL_SOCKET = 1, SO_PEERCRED = 17;
    private const int MSG_NOSIGNAL = 0x4000, SHUT_RDWR = 2, EINTR = 4, EAGAIN = 11;
    private const short POLLIN = 1;

    // The family, and the longest path with the zero behind it.
    private const int AddressSize = 2 + 108;

    private readonly SafeFileHandle _handle;

    private LocalSocket(int descriptor)
    {
        if (descriptor < 0)
            throw Failed();
        _handle = new SafeFileHandle(descriptor, ownsHandle: true);
    }

    /// <summary>Of the process at the other end; 0 when it belongs to another namespace.</summary>
    public int PeerProcessId
    {
        get
        {
            var credentials = stackalloc int[3];
            var size = 3 * sizeof(int);
            Check(GetSocketOption(_handle, SOL_SOCKET, SO_PEERCRED, credentials, &size));
            return credentials[0];
        }
    }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>A socket that one process can call under the path.</summary>
    public static LocalSocket Listen(string path)
    {
        var socket = New();
        try
        {
            var address = stackalloc byte[AddressSize];
            Check(Bind(socket._handle, address, Write(path, address)));
            Check(StartToListen(socket._handle, 1));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public static LocalSocket Connect(string path)
    {
        var socket = New();
        try
        {
            var address = stackalloc byte[AddressSize];
            Check(Connect(socket._handle, address, Write(path, address)));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Whether somebody calls, or there is something to read, within the time.</summary>
    public bool WaitForInput(int milliseconds)
    {
        var wait = new PollEntry { Descriptor = (int)_handle.DangerousGetHandle(), Events = POLLIN };
        return Poll(&wait, 1, milliseconds) > 0;
    }

    /// <summary>The other end of the call that has come.</summary>
    public LocalSocket Accept() => new(Accept(_handle, null, null, SOCK_CLOEXEC));

    public override int Read(Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            while (true)
            {
                var count = Receive(_handle, start, buffer.Length, 0);
                if (count >= 0)
                    return (int)count;
                if (Marshal.GetLastPInvokeError() != EINTR)
                    throw Failed();
            }
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            for (var done = 0; done < buffer.Length;)
            {
                var count = Send(_handle, start + done, buffer.Length - done, MSG_NOSIGNAL);
                if (count >= 0)
                    done += (int)count;
                else if (Marshal.GetLastPInvokeError() is not (EINTR or EAGAIN))
                    throw Failed();
            }
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    // Who reads in this moment finds the end, on both sides.
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_handle.IsClosed)
        {
            try
            {
                _ = Shutdown(_handle, SHUT_RDWR);
            }
            catch (ObjectDisposedException)
            {
                // Another thread was faster.
            }
            _handle.Dispose();
        }
        base.Dispose(disposing);
    }

    private static LocalSocket New() => new(Create(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));

    private static int Write(string path, byte* address)
    {
        *(ushort*)address = AF_UNIX;
        var space = new Span<byte>(address + 2, AddressSize - 3);
        if (Encoding.UTF8.GetByteCount(path) > space.Length)
            throw new IOException($"The path '{path}' is too long for a socket.");
        address[2 + Encoding.UTF8.GetBytes(path, space)] = 0;
        return AddressSize;
    }

    private static void Check(int result)
    {
        if (result < 0)
            throw Failed();
    }

    private static IOException Failed()
    {
        var error = Marshal.GetLastPInvokeError();
        return new IOException(new Win32Exception(error).Message);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct PollEntry
    {
        public int Descriptor;
        public short Events;
        public short Happened;
    }

    [LibraryImport("libc", EntryPoint = "socket", SetLastError = true)]
    private static partial int Create(int family, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "bind", SetLastError = true)]
    private static partial int Bind(SafeFileHandle socket, byte* address, int size);

    [LibraryImport("libc", EntryPoint = "listen", SetLastError = true)]
    private static partial int StartToListen(SafeFileHandle socket, int backlog);

    [LibraryImport("libc", EntryPoint = "connect", SetLastError = true)]
    private static partial int Connect(SafeFileHandle socket, byte* address, int size);

    [LibraryImport("libc", EntryPoint = "accept4", SetLastError = true)]
    private static partial int Accept(SafeFileHandle socket, byte* address, int* size, int flags);

    [LibraryImport("libc", EntryPoint = "getsockopt", SetLastError = true)]
    private static partial int GetSocketOption(SafeFileHandle socket, int level, int name, void* value, int* size);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static partial int Poll(PollEntry* entries, nint count, int milliseconds);

    [LibraryImport("libc", EntryPoint = "recv", SetLastError = true)]
    private static partial nint Receive(SafeFileHandle socket, byte* buffer, nint size, int flags);

    [LibraryImport("libc", EntryPoint = "send", SetLastError = true)]
    private static partial nint Send(SafeFileHandle socket, byte* buffer, nint size, int flags);

    [LibraryImport("libc", EntryPoint = "shutdown", SetLastError = true)]
    private static partial int Shutdown(SafeFileHandle socket, int how);
}
