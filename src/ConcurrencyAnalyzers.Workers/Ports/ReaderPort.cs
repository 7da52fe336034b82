using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;
using ConcurrencyAnalyzers.Workers.Codecs;

namespace ConcurrencyAnalyzers.Workers.Ports;

/// <summary>
/// The caller's <see cref="ChannelReader{T}"/>, read by a job. An item is taken from it only when the job waits for
/// one, so several jobs (and the caller) may read the same channel, and a worker that dies takes at most the items with
/// it that were on their way.
/// </summary>
internal sealed class ReaderCallerPort<T>(int number, WireCodec codec, ChannelReader<T> reader) : CallerPort(number, codec)
{
    private readonly object _gate = new();
    private CancellationTokenSource _attempt = new();

    protected override int Window => 0;

    public override void Detach()
    {
        base.Detach();
        // No item is taken from here on, or the one that is being taken now was asked for in time. That is not waited for: under
        // the gate the caller's code runs, and whoever comes here reads for a worker. What waits on the token is the caller's, too.
        var entered = Monitor.TryEnter(_gate);
        try
        {
            _ = Interlocked.Exchange(ref _attempt, new CancellationTokenSource()).CancelAsync();
        }
        finally
        {
            if (entered)
                Monitor.Exit(_gate);
        }
    }

    protected override async Task HandleAsync(PortOp op, byte[] body, IPortLine? line)
    {
        if (op != PortOp.Want)
            throw new InvalidDataException($"The reader of a channel does not say {op}.");
        var attempt = Volatile.Read(ref _attempt).Token; // before the question whether the job still asks: its end comes in the other order
        if (!IsCurrent(line))
            return;
        try
        {
            while (await reader.WaitToReadAsync(attempt).ConfigureAwait(false))
            {
                if (!TryTake(attempt, out var item))
                    continue; // another reader was faster
                line.Send((Port: this, item), static (buffer, s) => PortMessage.WriteItem(buffer, s.Port.Number, s.Port.Codec, s.item));
                return;
            }
            Complete(line, null);
        }
        catch (OperationCanceledException) when (attempt.IsCancellationRequested)
        {
            // The job has ended.
        }
        catch (Exception e)
        {
            Complete(line, e); // the channel's own, or the item cannot travel: the job that waits for it should know
        }
    }

    // Under one lock with the end of the job, which takes no item with it that it did not ask for in time.
    private bool TryTake(CancellationToken attempt, [MaybeNullWhen(false)] out T item)
    {
        lock (_gate)
        {
            attempt.ThrowIfCancellationRequested();
            return reader.TryRead(out item);
        }
    }

    private void Complete(IPortLine? line, Exception? reason) =>
        line?.Send((Port: this, reason), static (buffer, s) => PortMessage.WriteComplete(buffer, s.Port.Number, s.reason));
}

/// <summary>
/// The job's end: asks for an item when somebody waits for one. Items are read where they are taken: that is the user's code, and
/// the thread that brings them watches the channel.
/// </summary>
internal sealed class ReaderWorkerPort<T>(int number, WireCodec codec, IPortLine line) : WorkerPort(number, codec, line)
{
    private readonly object _gate = new();
    private readonly Channel<byte[]> _arrived = Channel.CreateUnbounded<byte[]>();
    private bool _asked;
    private Reader? _reader;

    public override object Value => _reader ??= new Reader(this);

    public override void Receive(PortOp op, ReadOnlySpan<byte> body)
    {
        lock (_gate)
            _asked = false;
        if (op == PortOp.Item)
            _arrived.Writer.TryWrite(body.ToArray());
        else if (op == PortOp.Complete)
            _arrived.Writer.TryComplete(PortMessage.ReadReason(body));
    }

    public override void WaitUntilTaken()
    {
    }

    public override void Close(Exception? reason) => _arrived.Writer.TryComplete(reason);

    private void Ask()
    {
        lock (_gate)
        {
            if (_asked)
                return;
            _asked = true;
        }
        if (!Line.Send(Number, static (buffer, number) => PortMessage.Write(buffer, number, PortOp.Want)))
            _arrived.Writer.TryComplete();
    }

    private sealed class Reader(ReaderWorkerPort<T> port) : ChannelReader<T>
    {
        public override Task Completion => port._arrived.Reader.Completion;

        public override bool TryRead([MaybeNullWhen(false)] out T item)
        {
            item = default;
            if (!port._arrived.Reader.TryRead(out var bytes))
                return false;
            try
            {
                item = port.Codec.Read<T>(bytes);
                return true;
            }
            catch (Exception e)
            {
                port._arrived.Writer.TryComplete(e); // whoever waits next is told
                return false;
            }
        }

        public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default)
        {
            var wait = port._arrived.Reader.WaitToReadAsync(cancellationToken);
            if (!wait.IsCompleted)
                port.Ask();
            return wait;
        }
    }
}
