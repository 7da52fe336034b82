using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// A growing buffer that holds one frame, with room for the header kept at the front, so that a frame leaves in
/// a single write. Long pieces of memory are not copied in: the buffer remembers them and they are read when the frame
/// leaves. Not thread-safe.
/// </summary>
internal sealed class FrameBuffer : IBufferWriter<byte>
{
    /// <summary>From how many bytes on a piece of memory is remembered and not copied.</summary>
    public const int LongPiece = 32 * 1024;

    private const int KeptCapacity = 1024 * 1024;

    private byte[] _bytes;
    private int _length = Frame.HeaderSize;
    private List<(int Position, LongPiece Piece)>? _pieces;
    private long _pieceBytes;

    public FrameBuffer(int capacity = 256) => _bytes = GC.AllocateUninitializedArray<byte>(capacity);

    /// <summary>How many bytes the frame has so far, header included.</summary>
    public long Length => _length + _pieceBytes;

    public void Reset()
    {
        _length = Frame.HeaderSize;
        _pieces?.Clear();
        _pieceBytes = 0;
        if (_bytes.Length > KeptCapacity)
            _bytes = new byte[256];
    }

    public void Advance(int count)
    {
        if (count < 0 || count > _bytes.Length - _length)
            throw new ArgumentOutOfRangeException(nameof(count));
        _length += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return _bytes.AsSpan(_length);
    }

    public void WriteByte(byte value)
    {
        GetSpan(1)[0] = value;
        _length++;
    }

    public void WriteInt32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(GetSpan(sizeof(int)), value);
        _length += sizeof(int);
    }

    public void WriteBytes(ReadOnlySpan<byte> value)
    {
        value.CopyTo(GetSpan(value.Length));
        _length += value.Length;
    }

    /// <summary>Writes elements as they stand in memory. A long array is read when the frame leaves and may not change until then.</summary>
    public void WriteMemory<T>(ReadOnlyMemory<T> elements) where T : unmanaged
    {
        var bytes = MemoryMarshal.AsBytes(elements.Span);
        if (bytes.Length < LongPiece || !MemoryMarshal.TryGetArray(elements, out var segment))
        {
            WriteBytes(bytes);
            return;
        }
        (_pieces ??= []).Add((_length, new LongPiece<T>(segment)));
        _pieceBytes += bytes.Length;
    }

    /// <summary>Writes a length in bytes and the text in UTF-8.</summary>
    public void WriteText(ReadOnlySpan<char> text)
    {
        var start = BeginBlock();
        if (text.Length > 0)
            _length += Encoding.UTF8.GetBytes(text, GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length)));
        EndBlock(start);
    }

    /// <summary>Leaves room for a length; <see cref="EndBlock"/> fills it in.</summary>
    public int BeginBlock()
    {
        WriteInt32(0);
        return _length;
    }

    public void EndBlock(int start)
    {
        long length = _length - start;
        if (_pieces is not null)
        {
            foreach (var (position, piece) in _pieces)
                length += position >= start ? piece.Bytes.Length : 0;
        }
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(start - sizeof(int)), length <= Frame.MaxPayload ? (int)length : throw TooLarge());
    }

    /// <summary>Fills in the header and gives the frame, which has no long pieces.</summary>
    public ReadOnlySpan<byte> Seal(FrameKind kind, long id)
    {
        if (_pieces is { Count: > 0 })
            throw new InvalidOperationException("The frame consists of several pieces.");
        WriteHeader(kind, id);
        return _bytes.AsSpan(0, _length);
    }

    /// <summary>Fills in the header and writes the frame, piece by piece.</summary>
    public void WriteTo(IByteSink sink, FrameKind kind, long id)
    {
        WriteHeader(kind, id);
        var done = 0;
        if (_pieces is not null)
        {
            foreach (var (position, piece) in _pieces)
            {
                sink.Write(_bytes.AsSpan(done, position - done));
                sink.Write(piece.Bytes);
                done = position;
            }
        }
        sink.Write(_bytes.AsSpan(done, _length - done));
    }

    /// <summary>Whether the buffer only remembers some of the frame.</summary>
    public bool HasPieces => _pieces is { Count: > 0 };

    /// <summary>A copy of the frame, of a buffer without pieces; the id is left open.</summary>
    public byte[] ToFrame(FrameKind kind) => Seal(kind, 0).ToArray();

    /// <summary>A copy of what the frame carries, in one piece.</summary>
    public byte[] PayloadToArray()
    {
        var all = new CopySink(GC.AllocateUninitializedArray<byte>(checked((int)Length)));
        WriteTo(all, FrameKind.Run, 0);
        return all.Bytes[Frame.HeaderSize..];
    }

    /// <summary>Throws <see cref="NotSupportedException"/> when the frame is too large to leave.</summary>
    public void CheckSize()
    {
        if (Length - Frame.HeaderSize > Frame.MaxPayload)
            throw TooLarge();
    }

    private void WriteHeader(FrameKind kind, long id)
    {
        CheckSize();
        Frame.WriteHeader(_bytes, kind, id, (int)Length - Frame.HeaderSize);
    }

    private static NotSupportedException TooLarge() => new("The message is larger than 1 GB.");

    private void EnsureRoom(int sizeHint)
    {
        var needed = (long)_length + Math.Max(sizeHint, 1);
        if (needed <= _bytes.Length)
            return;
        if (needed > Array.MaxLength)
            throw new InvalidOperationException("The message is larger than 2 GB.");
        var larger = GC.AllocateUninitializedArray<byte>((int)Math.Min(Math.Max(needed, 2L * _bytes.Length), Array.MaxLength));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        _bytes = larger;
    }

    private sealed class CopySink(byte[] bytes) : IByteSink
    {
        private int _count;

        public byte[] Bytes => bytes;

        public void Write(ReadOnlySpan<byte> more)
        {
            more.CopyTo(bytes.AsSpan(_count));
            _count += more.Length;
        }
    }
}
