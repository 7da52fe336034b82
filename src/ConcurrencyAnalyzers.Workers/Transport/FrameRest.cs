using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

#pragma warning disable CONC1001 // One thread at a time, by the contract of FrameReader; who takes turns hands it over.
namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>What has yet to arrive of one long frame. Its receiver takes it straight to where it belongs.</summary>
/// <param name="source">Where the bytes come from.</param>
/// <param name="length">How many there will be.</param>
/// <param name="trusted">The length may be believed before the bytes arrive.</param>
internal sealed class FrameRest(IByteSource source, int length, bool trusted)
{
    // Memory for what was announced and has not arrived: a constant to start with, then a multiple of what has.
    private const int FirstStep = 4 * 1024 * 1024;
    private const int Growth = 16;

    private int _length = length;

    /// <summary>How much is still to be taken. Any thread: at 0 the frame needs its source no more, and others may read there.</summary>
    public int Length => Volatile.Read(ref _length);

    /// <summary>Takes the next bytes. Throws <see cref="PeerGoneException"/> when the peer is gone before they are all there.</summary>
    public void Take(Span<byte> destination)
    {
        if (destination.Length > _length)
            throw new InvalidDataException($"A field of {destination.Length} bytes was announced where {_length} are left.");
        while (destination.Length > 0)
        {
            var count = source.Read(destination, inFull: true);
            if (count == 0)
            {
                Volatile.Write(ref _length, 0);
                throw new PeerGoneException();
            }
            Volatile.Write(ref _length, _length - count);
            destination = destination[count..];
        }
    }

    /// <summary>Takes the next elements as an array, some of whose bytes have arrived already.</summary>
    public T[] TakeArray<T>(ReadOnlySpan<byte> arrived, int byteCount) where T : unmanaged
    {
        if (byteCount - arrived.Length > _length)
            throw new InvalidDataException($"A field of {byteCount} bytes was announced where {arrived.Length + _length} are left.");
        var size = Unsafe.SizeOf<T>();
        var length = byteCount / size;
        var array = NewArray<T>(trusted ? length : Math.Min(length, FirstStep / size));
        var bytes = MemoryMarshal.AsBytes(array.AsSpan());
        arrived.CopyTo(bytes);
        Take(bytes[arrived.Length..]);
        while (array.Length < length)
        {
            var larger = NewArray<T>((int)Math.Min(length, (long)array.Length * Growth));
            array.AsSpan().CopyTo(larger);
            Take(MemoryMarshal.AsBytes(larger.AsSpan(array.Length)));
            array = larger;
        }
        return array;
    }

    /// <summary>Passes over what nobody took.</summary>
    public void Skip()
    {
        Span<byte> nowhere = stackalloc byte[4096];
        while (_length > 0)
        {
            var count = source.Read(nowhere[..Math.Min(_length, nowhere.Length)], inFull: true);
            Volatile.Write(ref _length, count == 0 ? 0 : _length - count);
        }
    }

    private static T[] NewArray<T>(int length) where T : unmanaged
    {
        var array = GC.AllocateUninitializedArray<T>(length);
        HugePages.AskFor(MemoryMarshal.AsBytes(array.AsSpan()));
        return array;
    }
}
