using System.Net.Sockets;

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>A Unix-domain socket, with the base library's sockets.</summary>
internal sealed class UnixSocketTransport : ITransport
{
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
            SocketFolder.Remove(endpoint); // good for one call; a parent that was killed meanwhile cannot tidy up itself
        }
    }

    private static Socket NewSocket() => new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);

    private sealed class Listener : ITransportListener
    {
        private readonly Socket _socket = NewSocket();

        public Listener()
        {
            Endpoint = SocketFolder.NewEndpoint();
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

        public StreamChannel? Accept(int expectedProcessId, Func<bool> goesOn)
        {
            while (!_socket.Poll(TimeSpan.FromMilliseconds(ITransportListener.LookInterval), SelectMode.SelectRead))
            {
                if (!goesOn())
                    return null;
            }
            return new StreamChannel(new NetworkStream(_socket.Accept(), ownsSocket: true));
        }

        public void Dispose()
        {
            _socket.Dispose();
            SocketFolder.Remove(Endpoint);
        }
    }
}
