namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>The same as <see cref="UnixSocketTransport"/>, on Linux, where it needs less of the base library.</summary>
internal sealed class LocalSocketTransport : ITransport
{
    public ITransportListener Listen() => new Listener();

    public StreamChannel Connect(string endpoint)
    {
        try
        {
            return new StreamChannel(LocalSocket.Connect(endpoint), trusted: true);
        }
        finally
        {
            SocketFolder.Remove(endpoint); // good for one call; a parent that was killed meanwhile cannot tidy up itself
        }
    }

    private sealed class Listener : ITransportListener
    {
        private readonly LocalSocket _socket;

        public Listener()
        {
            Endpoint = SocketFolder.NewEndpoint();
            try
            {
                _socket = LocalSocket.Listen(Endpoint);
                if (!OperatingSystem.IsWindows())
                    File.SetUnixFileMode(Endpoint, UnixFileMode.UserRead | UnixFileMode.UserWrite);
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
            while (!_socket.WaitForInput(ITransportListener.LookInterval))
            {
                if (!goesOn())
                    return null;
            }
            var socket = _socket.Accept();
            try
            {
                SocketFolder.CheckPeer(socket.PeerProcessId, expectedProcessId);
                return new StreamChannel(socket);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }

        public void Dispose()
        {
            _socket?.Dispose();
            SocketFolder.Remove(Endpoint);
        }
    }
}
