using System.Buffers.Binary;

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// One message. The header is 16 bytes, little-endian: payload length (4), kind (1), zero (3), id (8).
/// The payload is only valid until the next frame is received. Of a long one it is the beginning; a
/// <see cref="PayloadReader"/> made of the frame takes the rest.
/// </summary>
internal readonly ref struct Frame(FrameKind kind, long id, ReadOnlySpan<byte> payload, FrameRest? rest = null)
{
    public const int HeaderSize = 16;

    /// <summary>The most that one frame may carry, in bytes.</summary>
    public const int MaxPayload = 1 << 30;

    public FrameKind Kind { get; } = kind;

    public long Id { get; } = id;

    public ReadOnlySpan<byte> Payload { get; } = payload;

    /// <summary>The rest of the payload; <see langword="null"/> when all of it is here.</summary>
    public FrameRest? Rest { get; } = rest;

    /// <summary>Of how many bytes the payload is, arrived or not.</summary>
    public int Length => Payload.Length + (Rest?.Length ?? 0);

    /// <summary>A copy of the whole payload.</summary>
    public byte[] ToArray() => Rest is null ? Payload.ToArray() : new PayloadReader(this).TakeArray<byte>(Length);

    public static void WriteHeader(Span<byte> header, FrameKind kind, long id, int payloadLength)
    {
        BinaryPrimitives.WriteInt32LittleEndian(header, payloadLength);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], (byte)kind);
        BinaryPrimitives.WriteInt64LittleEndian(header[8..], id);
    }

    public static FrameKind ReadHeader(ReadOnlySpan<byte> header, out int length, out long id)
    {
        var kind = BinaryPrimitives.ReadInt32LittleEndian(header[4..]);
        if (kind is < (int)FrameKind.Hello or > (int)FrameKind.Forget)
            throw new InvalidDataException($"A frame of unknown kind {kind} arrived.");
        length = BinaryPrimitives.ReadInt32LittleEndian(header);
        id = BinaryPrimitives.ReadInt64LittleEndian(header[8..]);
        return (FrameKind)kind;
    }
}
