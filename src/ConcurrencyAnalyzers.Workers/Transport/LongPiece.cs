using System.Runtime.InteropServices;

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>A part of one of the program's own arrays on its way into a channel, without a copy in between.</summary>
internal abstract class LongPiece
{
    public abstract ReadOnlySpan<byte> Bytes { get; }
}

internal sealed class LongPiece<T>(ArraySegment<T> elements) : LongPiece where T : unmanaged
{
    public override ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes<T>(elements.AsSpan());
}
