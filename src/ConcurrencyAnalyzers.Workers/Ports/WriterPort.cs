using System.Threading.Channels;
using ConcurrencyAnalyzers.Workers.Codecs;

namespace ConcurrencyAnalyzers.Workers.Ports;

/// <summary>
/// The caller's <see cref="ChannelWriter{T}"/>, written by a job. When the job fails, or its worker dies, the channel is
/// completed with that error, so that whoever reads it does not wait for ever.
/// </summary>
internal sealed class WriterCallerPort<T>(int number, WireCodec codec, ChannelWriter<T> writer) : CallerPort(number, codec)
{
    private readonly CancellationTokenSource _ended = new();

    protected override int Window => WriterWorkerPort<T>.Window;

    public override void JobEnded(Exception? error)
    {
        base.JobEnded(error);
        if (error is null)
            return;
        _ended.Cancel();
        writer.TryComplete(error);
    }

    protected override async Task HandleAsync(PortOp op, byte[] body, IPortLine? line)
    {
        switch (op)
        {
            case PortOp.Item:
                await WriteAsync(Codec.Read<T>(body), line).ConfigureAwait(false);
                break;
            case PortOp.Complete:
                writer.TryComplete(PortMessage.ReadReason(body));
                break;
            default:
                throw new InvalidDataException($"The writer of a channel does not say {op}.");
        }
    }

    private async Task WriteAsync(T item, IPortLine? line)
    {
        try
        {
            await writer.WriteAsync(item, _ended.Token).ConfigureAwait(false);
        }
        catch (ChannelClosedException e)
        {
            // The reading side wants no more; the job's next write should know.
            line?.Send((Port: this, e.InnerException), static (buffer, s) => PortMessage.WriteComplete(buffer, s.Port.Number, s.InnerException));
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // The job failed; the channel is completed with its error.
        }
    }
}

/// <summary>The job's end: items leave at once as long as there is a place for them.</summary>
internal sealed class WriterWorkerPort<T>(int number, WireCodec codec, IPortLine line) : WorkerPort(number, codec, line)
{
    public const int Window = 16;

    private readonly SendWindow _window = new(Window);
    private Writer? _writer;
    private volatile bool _completed;
    private volatile Exception? _reason;

    public override object Value => _writer ??= new Writer(this);

    public override void Receive(PortOp op, ReadOnlySpan<byte> body)
    {
        if (op == PortOp.Taken)
        {
            _window.GiveBack(ReadCount(body));
        }
        else if (op == PortOp.Complete)
        {
            _reason = PortMessage.ReadReason(body);
            _completed = true;
            _window.Close();
        }
    }

    public override void WaitUntilTaken() => _window.WaitUntilEmpty();

    public override void Close(Exception? reason)
    {
        _completed = true;
        _window.Close();
    }

    private sealed class Writer(WriterWorkerPort<T> port) : ChannelWriter<T>
    {
        public override bool TryWrite(T item)
        {
            if (port._completed || !port._window.TryTakePlace())
                return false;
            try
            {
                if (port.Line.Send((port, item), static (buffer, s) => PortMessage.WriteItem(buffer, s.port.Number, s.port.Codec, s.item)))
                    return true;
            }
            catch
            {
                port._window.GiveBack(1);
                throw;
            }
            port.Close(null);
            return false;
        }

        public override ValueTask<bool> WaitToWriteAsync(CancellationToken cancellationToken = default) =>
            port._completed
                ? port._reason is { } reason ? ValueTask.FromException<bool>(reason) : new ValueTask<bool>(false)
                : port._window.PlaceAsync(cancellationToken);

        public override bool TryComplete(Exception? error = null)
        {
            if (port._completed)
                return false;
            port._completed = true;
            return port.Line.Send((port, error), static (buffer, s) => PortMessage.WriteComplete(buffer, s.port.Number, s.error));
        }
    }
}
