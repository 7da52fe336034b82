using System.IO.Pipes;

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>A named pipe with a name that cannot be guessed and that only this user can open: the carrier on Windows.</summary>
internal sealed class NamedPipeTransport : ITransport
{
    private const int ConnectTimeoutMilliseconds = 10_000;

    // Asynchronous mode although every call blocks: in synchronous mode Windows lets a pending read hold up a write.
    private const PipeOptions Options = PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly;

    public ITransportListener Listen() => new Listener();

    public StreamChannel Connect(string endpoint)
    {
        var pipe = new NamedPipeClientStream(".", endpoint, PipeDirection.InOut, Options);
        try
        {
            pipe.Connect(ConnectTimeoutMilliseconds);
            return new StreamChannel(pipe, trusted: true);
        }
        catch
        {
            pipe.Dispose();
            throw;
        }
    }

    private sealed class Listener : ITransportListener
    {
        private NamedPipeServerStream? _pipe;

        public Listener()
        {
            Endpoint = "cw-" + Convert.ToHexString(Secrets.NewBytes(16));
            _pipe = new NamedPipeServerStream(
                Endpoint, PipeDirection.InOut, maxNumberOfServerInstances: 1, PipeTransmissionMode.Byte,
                Options | PipeOptions.FirstPipeInstance);
        }

        public string Endpoint { get; }

        public StreamChannel? Accept(int expectedProcessId, Func<bool> goesOn)
        {
            var pipe = _pipe ?? throw new ObjectDisposedException(nameof(NamedPipeTransport));
            var call = pipe.WaitForConnectionAsync();
            while (!call.Wait(ITransportListener.LookInterval))
            {
                if (!goesOn())
                    return null; // disposing ends the wait
            }
            _pipe = null;
            return new StreamChannel(pipe);
        }

        public void Dispose() => _pipe?.Dispose();
    }
}
