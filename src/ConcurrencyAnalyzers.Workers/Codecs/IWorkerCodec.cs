using System.Buffers;

namespace ConcurrencyAnalyzers.Workers;

/// <summary>
/// Turns objects into bytes and back, for arguments and results that are not numbers, text or arrays of numbers (those travel as
/// they stand in memory). The type is always the one that the method's signature names; nothing in the bytes may choose another.
/// Implementations are thread-safe. The default is <see cref="JsonWorkerCodec"/>; see <see cref="WorkerPoolOptions.Codec"/> for others.
/// </summary>
/// <example>
/// With MemoryPack: <c>Write</c> is <c>MemoryPackSerializer.Serialize(destination, value)</c>, <c>Read</c> is
/// <c>MemoryPackSerializer.Deserialize&lt;T&gt;(source)</c>.
/// </example>
public interface IWorkerCodec
{
    /// <summary>Writes a value.</summary>
    /// <exception cref="NotSupportedException">The type cannot travel whole; the message says why.</exception>
    void Write<T>(T value, IBufferWriter<byte> destination);

    /// <summary>Reads a value from all of the bytes, which stay valid during the call only.</summary>
    /// <exception cref="InvalidDataException">The bytes are not a value of the type.</exception>
    T Read<T>(ReadOnlySpan<byte> source);
}
