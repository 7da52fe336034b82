using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>
/// A growing buffer that holds one frame, with room for the header kept at the front, so that a frame leaves in
/// a single write. Not thread-safe.
/// </summary>
internal sealed class FrameBuffer : IBufferWriter<byte>
{
    private const int KeptCapacity = 1024 * 1024;

    private byte[] _bytes = new byte[256];
    private int _length = Frame.HeaderSize;

    /// <summary>How many bytes the frame has so far, header included.</summary>
    public int Length => _length;

    public void Reset()
    {
        _length = Frame.HeaderSize;
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

    /// <summary>Writes a length in bytes and the text in UTF-8.</summary>
    public void WriteText(ReadOnlySpan<char> text)
    {
        var start = BeginBlock();
        _length += Encoding.UTF8.GetBytes(text, GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length)));
        EndBlock(start);
    }

    /// <summary>Leaves room for a length; <see cref="EndBlock"/> fills it in.</summary>
    public int BeginBlock()
    {
        WriteInt32(0);
        return _length;
    }

    public void EndBlock(int start) => BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(start - sizeof(int)), _length - start);

    /// <summary>Fills in the header and gives the whole frame.</summary>
    public ReadOnlySpan<byte> Seal(FrameKind kind, long id)
    {
        Frame.WriteHeader(_bytes, kind, id, _length - Frame.HeaderSize);
        return _bytes.AsSpan(0, _length);
    }

    private void EnsureRoom(int sizeHint)
    {
        var needed = (long)_length + Math.Max(sizeHint, 64);
        if (needed <= _bytes.Length)
            return;
        if (needed > Array.MaxLength)
            throw new InvalidOperationException("The message is larger than 2 GB.");
        var larger = GC.AllocateUninitializedArray<byte>((int)Math.Min(Math.Max(needed, 2L * _bytes.Length), Array.MaxLength));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        _bytes = larger;
    }
}
