using ConcurrencyAnalyzers.Workers.Shared;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Ports;

/// <summary>The line of one job over the channel to the other process, until the job ends there.</summary>
/// <param name="channel">The channel.</param>
/// <param name="kind">What its frames are.</param>
/// <param name="jobId">The job.</param>
/// <param name="noteShared">Takes the shared objects that a message names.</param>
internal sealed class ChannelPortLine(IMessageChannel channel, FrameKind kind, long jobId, Action<IReadOnlyList<SharedObject>>? noteShared = null) : IPortLine
{
    private readonly object _gate = new();
    private FrameBuffer? _buffer;
    private bool _closed;

    public long JobId => jobId;

    public bool Send<TState>(TState state, Action<FrameBuffer, TState> write)
    {
        // Under one lock with the end, so that nothing follows the job's result.
        lock (_gate)
        {
            if (_closed)
                return false;
            _buffer ??= new FrameBuffer();
            _buffer.Reset();
            List<SharedObject>? shared;
            try
            {
                write(_buffer, state);
            }
            finally
            {
                shared = SentObjects.Take(); // of what cannot be written too: nobody else would take it from the thread
            }
            if (shared is not null)
                noteShared?.Invoke(shared);
            try
            {
                channel.Send(_buffer, kind, jobId);
                return true;
            }
            catch (IOException)
            {
                _closed = true; // whoever reads the channel deals with it
                return false;
            }
        }
    }

    public void Close()
    {
        lock (_gate)
            _closed = true;
    }
}

/// <summary>The line of a job that runs in the process of its caller.</summary>
internal sealed class LocalPortLine(Action<byte[]> deliver) : IPortLine
{
    private volatile bool _closed;

    public bool Send<TState>(TState state, Action<FrameBuffer, TState> write)
    {
        if (_closed)
            return false;
        var buffer = new FrameBuffer();
        write(buffer, state);
        deliver(buffer.PayloadToArray());
        return true;
    }

    public void Close() => _closed = true;
}
