using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Ports;

/// <summary>The job's end of an argument that stays connected to its caller. Thread-safe.</summary>
internal abstract class WorkerPort(int number, WireCodec codec, IPortLine line)
{
    public int Number => number;

    /// <summary>What the method gets.</summary>
    public abstract object Value { get; }

    protected WireCodec Codec => codec;

    protected IPortLine Line => line;

    /// <summary>Takes what the caller said. Runs on the thread that reads the channel, so it only notes.</summary>
    public abstract void Receive(PortOp op, ReadOnlySpan<byte> body);

    /// <summary>Blocks until the caller has taken all that the job sent, or is gone.</summary>
    public abstract void WaitUntilTaken();

    /// <summary>The job has ended; nothing more travels.</summary>
    public abstract void Close(Exception? reason);

    protected static int ReadCount(ReadOnlySpan<byte> body)
    {
        var reader = new PayloadReader(body);
        var count = reader.ReadInt32();
        reader.ExpectEnd();
        return count;
    }
}
