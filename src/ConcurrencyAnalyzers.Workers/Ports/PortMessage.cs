using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Ports;

/// <summary>A message of a port on the wire: number of the argument, operation, body. Its frame carries the job's id.</summary>
internal static class PortMessage
{
    public static void Write(FrameBuffer buffer, int port, PortOp op)
    {
        buffer.WriteByte((byte)port);
        buffer.WriteByte((byte)op);
    }

    public static void WriteItem<T>(FrameBuffer buffer, int port, WireCodec codec, T item)
    {
        Write(buffer, port, PortOp.Item);
        codec.Write(item, buffer);
    }

    public static void WriteComplete(FrameBuffer buffer, int port, Exception? reason)
    {
        Write(buffer, port, PortOp.Complete);
        if (reason is not null)
            RemoteError.Write(buffer, reason);
    }

    public static void WriteTaken(FrameBuffer buffer, int port, int count)
    {
        Write(buffer, port, PortOp.Taken);
        buffer.WriteInt32(count);
    }

    /// <summary>Throws <see cref="InvalidDataException"/> for an operation that does not exist.</summary>
    public static (int Port, PortOp Op) Read(ref PayloadReader reader)
    {
        var port = reader.ReadByte();
        var op = (PortOp)reader.ReadByte();
        return op is >= PortOp.Item and <= PortOp.Taken ? (port, op) : throw new InvalidDataException($"Unknown port operation {op}.");
    }

    public static Exception? ReadReason(ReadOnlySpan<byte> body) => body.Length == 0 ? null : RemoteError.Read(new PayloadReader(body));
}
