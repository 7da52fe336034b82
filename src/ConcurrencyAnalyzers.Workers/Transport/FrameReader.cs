using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

#pragma warning disable CONC1001 // One thread at a time, by the contract below; who takes turns hands it over.
namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// Cuts bytes into frames. Short frames are copied to memory of this process's own before anyone looks at them; of a
/// long one the first part is, and its receiver takes the rest straight to where it belongs. One thread at a time.
/// </summary>
/// <param name="source">Where the bytes come from.</param>
/// <param name="trusted">
/// Lengths may be believed before their bytes arrive. A worker trusts the parent that made it; the parent trusts nobody.
/// </param>
internal sealed class FrameReader(IByteSource source, bool trusted)
{
    /// <summary>The longest payload that arrives as a whole, in bytes.</summary>
    public const int LongestWhole = 64 * 1024;

    private const int SmallBuffer = 16 * 1024;

    // Memory for what was announced and has not arrived: a constant to start with, then a multiple of what has.
    private const int FirstStep = 4 * 1024 * 1024;
    private const int Growth = 16;

    private byte[] _buffer = new byte[SmallBuffer];
    private int _start;
    private int _end;
    private int _rest;

    /// <summary>How much of the current frame is still to be taken. Any thread: at 0 the reader may change hands.</summary>
    public int Rest => Volatile.Read(ref _rest);

    /// <summary>The next frame, or a part of it, has been read.</summary>
    public bool HasMore => Buffered > 0;

    private int Buffered => _end - _start;

    /// <summary>Blocks for the next frame, which is valid until the next call. <see langword="false"/> at the end.</summary>
    public bool TryRead(out Frame frame) => TryRead(wait: true, out frame);

    /// <summary>The next frame, if it is there.</summary>
    public bool TryReadNow(out Frame frame) => TryRead(wait: false, out frame);

    /// <summary>Takes the next bytes of the current frame. Throws <see cref="PeerGoneException"/> when the peer is gone before they are all there.</summary>
    public void TakeRest(Span<byte> destination)
    {
        if (destination.Length > _rest)
            throw new InvalidDataException($"A field of {destination.Length} bytes was announced where {_rest} are left.");
        while (destination.Length > 0)
        {
            var count = source.Read(destination, inFull: true);
            if (count == 0)
            {
                Volatile.Write(ref _rest, 0);
                throw new PeerGoneException();
            }
            Volatile.Write(ref _rest, _rest - count);
            destination = destination[count..];
        }
    }

    /// <summary>Takes the next elements of the current frame as an array, some of whose bytes have arrived already.</summary>
    public T[] TakeArray<T>(ReadOnlySpan<byte> arrived, int byteCount) where T : unmanaged
    {
        if (byteCount - arrived.Length > _rest)
            throw new InvalidDataException($"A field of {byteCount} bytes was announced where {arrived.Length + _rest} are left.");
        var size = Unsafe.SizeOf<T>();
        var length = byteCount / size;
        var array = NewArray<T>(trusted ? length : Math.Min(length, FirstStep / size));
        var bytes = MemoryMarshal.AsBytes(array.AsSpan());
        arrived.CopyTo(bytes);
        TakeRest(bytes[arrived.Length..]);
        while (array.Length < length)
        {
            var larger = NewArray<T>((int)Math.Min(length, (long)array.Length * Growth));
            array.AsSpan().CopyTo(larger);
            TakeRest(MemoryMarshal.AsBytes(larger.AsSpan(array.Length)));
            array = larger;
        }
        return array;
    }

    /// <summary>Passes over what nobody took of the current frame.</summary>
    public void SkipRest()
    {
        while (_rest > 0)
        {
            var count = source.Read(_buffer.AsSpan(0, Math.Min(_rest, _buffer.Length)), inFull: true);
            Volatile.Write(ref _rest, count == 0 ? 0 : _rest - count);
        }
    }

    private static T[] NewArray<T>(int length) where T : unmanaged
    {
        var array = GC.AllocateUninitializedArray<T>(length);
        HugePages.AskFor(MemoryMarshal.AsBytes(array.AsSpan()));
        return array;
    }

    private bool TryRead(bool wait, out Frame frame)
    {
        frame = default;
        SkipRest();
        if (_buffer.Length > SmallBuffer && Buffered <= SmallBuffer / 2)
            MoveTo(new byte[SmallBuffer]);
        if (!Fill(Frame.HeaderSize, wait))
            return false;
        var kind = Frame.ReadHeader(_buffer.AsSpan(_start), out var length, out var id);
        if (length is < 0 or > Frame.MaxPayload)
            throw new InvalidDataException($"A frame announces {length} bytes; at most {Frame.MaxPayload} are allowed.");
        if (length <= LongestWhole)
        {
            if (!Fill(Frame.HeaderSize + length, wait))
                return false;
            frame = new Frame(kind, id, _buffer.AsSpan(_start + Frame.HeaderSize, length));
            _start += Frame.HeaderSize + length;
            return true;
        }
        var here = Math.Min(Buffered - Frame.HeaderSize, length);
        _rest = length - here;
        frame = new Frame(kind, id, _buffer.AsSpan(_start + Frame.HeaderSize, here), _rest > 0 ? this : null);
        _start += Frame.HeaderSize + here;
        return true;
    }

    private bool Fill(int count, bool wait)
    {
        if (Buffered >= count)
            return true;
        if (_start == _end)
            _start = _end = 0;
        if (_buffer.Length - _start < count)
            MoveTo(_buffer.Length >= count ? _buffer : new byte[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count)]);
        while (Buffered < count)
        {
            var free = _buffer.AsSpan(_end);
            var read = wait ? source.Read(free, inFull: Buffered > 0) : source.ReadNow(free);
            if (read == 0)
                return false;
            _end += read;
        }
        return true;
    }

    private void MoveTo(byte[] target)
    {
        _buffer.AsSpan(_start, Buffered).CopyTo(target);
        _end = Buffered;
        _start = 0;
        _buffer = target;
    }
}
