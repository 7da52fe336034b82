using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>Reads a payload field by field; every length is checked before it is believed.</summary>
internal ref struct PayloadReader
{
    private readonly FrameRest? _more;
    private ReadOnlySpan<byte> _rest;
    private int _behind; // of the current block

    public PayloadReader(ReadOnlySpan<byte> payload) => _rest = payload;

    public PayloadReader(Frame frame)
    {
        _rest = frame.Payload;
        _more = frame.Rest;
    }

    /// <summary>How many bytes are left, arrived or not.</summary>
    public readonly int Remaining => _rest.Length + (_more?.Length ?? 0) - _behind;

    /// <summary>How many of them have arrived.</summary>
    public readonly int Arrived => _rest.Length;

    public byte ReadByte() => Take(1)[0];

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public Guid ReadGuid() => new(Take(16));

    public ReadOnlySpan<byte> ReadBlock() => Take(ReadInt32());

    public string ReadText() => Encoding.UTF8.GetString(ReadBlock());

    /// <summary>Narrows the reader to the next block, until <see cref="LeaveBlock"/> with what this gave.</summary>
    public int EnterBlock()
    {
        var length = ReadInt32();
        if (length < 0 || length > Remaining)
            throw Missing(length);
        var outer = _behind;
        _behind += Remaining - length;
        return outer;
    }

    /// <summary>The block must have been read to its end.</summary>
    public void LeaveBlock(int outer)
    {
        ExpectEnd();
        _behind = outer;
    }

    /// <summary>The next bytes. Those that have yet to arrive are waited for.</summary>
    public ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > Remaining)
            throw Missing(count);
        if (count > _rest.Length)
            return TakeAcross<byte>(count);
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    /// <summary>The next bytes as values without references. Those that have yet to arrive go straight there.</summary>
    public void CopyRaw<T>(Span<T> destination)
    {
        ref var start = ref Unsafe.As<T, byte>(ref MemoryMarshal.GetReference(destination));
        var bytes = MemoryMarshal.CreateSpan(ref start, checked(destination.Length * Unsafe.SizeOf<T>()));
        if (bytes.Length > Remaining)
            throw Missing(bytes.Length);
        if (bytes.Length <= _rest.Length)
        {
            Take(bytes.Length).CopyTo(bytes);
            return;
        }
        _rest.CopyTo(bytes);
        _more!.Take(bytes[_rest.Length..]);
        _rest = default;
    }

    /// <summary>Passes over the next bytes if they are these.</summary>
    public bool TryTake(ReadOnlySpan<byte> expected)
    {
        if (expected.Length > Remaining || !_rest.StartsWith(expected))
            return false;
        _rest = _rest[expected.Length..];
        return true;
    }

    /// <summary>The next bytes as an array of elements, copied once.</summary>
    public T[] TakeArray<T>(int byteCount) where T : unmanaged
    {
        if (byteCount < 0 || byteCount > Remaining || byteCount % Unsafe.SizeOf<T>() != 0)
            throw Missing(byteCount);
        if (byteCount > _rest.Length)
            return TakeAcross<T>(byteCount);
        var array = GC.AllocateUninitializedArray<T>(byteCount / Unsafe.SizeOf<T>());
        Take(byteCount).CopyTo(MemoryMarshal.AsBytes(array.AsSpan()));
        return array;
    }

    public readonly void ExpectEnd()
    {
        if (Remaining != 0)
            throw new InvalidDataException($"{Remaining} bytes are left over at the end of a message.");
    }

    private T[] TakeAcross<T>(int byteCount) where T : unmanaged
    {
        var taken = _more!.TakeArray<T>(_rest, byteCount);
        _rest = default;
        return taken;
    }

    private readonly InvalidDataException Missing(int count) => new($"A field of {count} bytes was announced where {Remaining} are left.");
}
