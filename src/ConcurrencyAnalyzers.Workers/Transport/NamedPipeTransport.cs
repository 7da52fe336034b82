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
            while (!((IAsyncResult)call).AsyncWaitHandle.WaitOne(ITransportListener.LookInterval))
            {
                if (goesOn())
                    continue;
                // Disposing ends the wait, and then nobody looks how.
                _ = call.ContinueWith(static c => c.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
                return null;
            }
            call.GetAwaiter().GetResult();
            _pipe = null;
            return new StreamChannel(pipe);
        }

        public void Dispose() => _pipe?.Dispose();
    }
}
