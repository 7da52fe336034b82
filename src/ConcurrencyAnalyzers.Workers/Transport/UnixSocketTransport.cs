using System.Buffers.Binary;
using System.Net.Sockets;

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>A Unix-domain socket in a directory that only this user can enter, removed once the worker has called.</summary>
internal sealed class UnixSocketTransport : ITransport
{
    // The address has room for 104 bytes on macOS and 108 on Linux.
    private const int LongestPath = 100;

    public ITransportListener Listen() => new Listener();

    public StreamChannel Connect(string endpoint)
    {
        var socket = NewSocket();
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(endpoint));
            return new StreamChannel(new NetworkStream(socket, ownsSocket: true), trusted: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
        finally
        {
            Remove(endpoint); // good for one call; a parent that was killed meanwhile cannot tidy up itself
        }
    }

    private static void Remove(string endpoint)
    {
        try
        {
            File.Delete(endpoint);
            Directory.Delete(Path.GetDirectoryName(endpoint)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The other side was faster.
        }
    }

    private static Socket NewSocket() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    private sealed class Listener : ITransportListener
    {
        private readonly DirectoryInfo _directory = CreatePrivateDirectory();
        private readonly Socket _socket = NewSocket();

        public Listener()
        {
            Endpoint = Path.Combine(_directory.FullName, "s");
            try
            {
                _socket.Bind(new UnixDomainSocketEndPoint(Endpoint));
                if (!OperatingSystem.IsWindows())
                    File.SetUnixFileMode(Endpoint, UnixFileMode.UserRead | UnixFileMode.UserWrite);
                _socket.Listen(1);
            }
            catch
            {
                Dispose();
                throw;
            }
        }

        public string Endpoint { get; }

        public async Task<StreamChannel> AcceptAsync(int expectedProcessId, CancellationToken cancellationToken)
        {
            var socket = await _socket.AcceptAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                CheckPeer(socket, expectedProcessId);
                return new StreamChannel(new NetworkStream(socket, ownsSocket: true));
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        public void Dispose()
        {
            _socket.Dispose();
            Remove(Endpoint);
        }
    }

    private static DirectoryInfo CreatePrivateDirectory()
    {
        var directory = Directory.CreateTempSubdirectory("cw-"); // mode 0700
        if (directory.FullName.Length + 2 <= LongestPath || OperatingSystem.IsWindows())
            return directory;
        directory.Delete();
        return Directory.CreateDirectory(
            Path.Combine("/tmp", "cw-" + Path.GetRandomFileName()),
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    // Where the system tells who is calling, believe it over the token. (Zero: a process of another pid namespace.)
    private static void CheckPeer(Socket socket, int expectedProcessId)
    {
        const int SOL_SOCKET = 1, SO_PEERCRED = 17;
        if (!OperatingSystem.IsLinux())
            return;
        Span<byte> credentials = stackalloc byte[12];
        socket.GetRawSocketOption(SOL_SOCKET, SO_PEERCRED, credentials);
        var caller = BinaryPrimitives.ReadInt32LittleEndian(credentials);
        if (caller != 0 && caller != expectedProcessId)
            throw new InvalidDataException($"Process {caller} connected where worker process {expectedProcessId} was expected.");
    }
}
