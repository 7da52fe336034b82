using System.Buffers;

namespace ConcurrencyAnalyzers.Workers.Codecs;

/// <summary>
/// Turns values into bytes and back. The type is always the one that the method's signature or the caller names;
/// nothing in the bytes may choose it. Implementations are thread-safe.
/// </summary>
internal interface IWorkerCodec
{
    /// <summary>Writes a value. Throws <see cref="NotSupportedException"/> when the type cannot travel whole.</summary>
    void Write<T>(T value, IBufferWriter<byte> destination);

    /// <summary>Reads a value. Throws <see cref="InvalidDataException"/> when the bytes are not one.</summary>
    T Read<T>(ReadOnlySpan<byte> source);
}
