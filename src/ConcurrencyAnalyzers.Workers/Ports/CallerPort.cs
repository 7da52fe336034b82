using System.Diagnostics.CodeAnalysis;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Ports;

/// <summary>
/// The caller's end of an argument that is not copied but stays connected: progress, a channel's reader, a channel's
/// writer. What comes from the job is handled in order on the thread pool, never on the thread that reads a worker's
/// channel, because handling it is the caller's code. Thread-safe.
/// </summary>
internal abstract class CallerPort(int number, WireCodec codec)
{
    // A job says one thing at a time that is not an item; the next may arrive before the last is counted as handled.
    private const int MostWords = 4;

    private readonly SerialQueue _work = new();
    private volatile IPortLine? _line;
    private int _untaken;
    private int _words;

    public int Number => number;

    /// <summary>What the caller's own code threw, if it did: then the job's task fails with it.</summary>
    public Exception? Failure { get; private set; }

    protected WireCodec Codec => codec;

    /// <summary>Whether the line is the one to the worker that has the job now.</summary>
    protected bool IsCurrent([NotNullWhen(true)] IPortLine? line) => line is not null && line == _line;

    /// <summary>How many items the job may have sent that are not handled; more is a breach of the protocol.</summary>
    protected abstract int Window { get; }

    /// <summary>The job goes to a worker.</summary>
    public void Attach(IPortLine line)
    {
        Volatile.Write(ref _untaken, 0);
        Volatile.Write(ref _words, 0);
        _line = line;
    }

    /// <summary>The worker is gone; the job may go to another.</summary>
    public virtual void Detach() => _line = null;

    /// <summary>The job has ended for good, with or without an exception. Not to be waited for.</summary>
    public virtual void JobEnded(Exception? error) => Detach();

    /// <summary>Takes what the job said. Throws <see cref="InvalidDataException"/> when a job cannot say that.</summary>
    public void Receive(PortOp op, ReadOnlySpan<byte> body)
    {
        if (op == PortOp.Item ? Interlocked.Increment(ref _untaken) > Window : Interlocked.Increment(ref _words) > MostWords)
            throw new InvalidDataException("A job sent more than was asked for.");
        var bytes = body.ToArray();
        var line = _line;
        _work.Post(async () =>
        {
            try
            {
                await HandleAsync(op, bytes, line).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                Failure ??= e;
            }
            if (op != PortOp.Item)
            {
                Interlocked.Decrement(ref _words);
                return;
            }
            Interlocked.Decrement(ref _untaken);
            line?.Send(number, static (buffer, number) => PortMessage.WriteTaken(buffer, number, 1));
        });
    }

    /// <summary>Handles one message; the next waits for its end.</summary>
    protected abstract Task HandleAsync(PortOp op, byte[] body, IPortLine? line);
}
