using System.Buffers.Binary;
using System.Text;

namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>Reads a payload field by field; every length is checked before it is believed.</summary>
internal ref struct PayloadReader(ReadOnlySpan<byte> payload)
{
    private ReadOnlySpan<byte> _rest = payload;

    public readonly int Remaining => _rest.Length;

    public byte ReadByte() => Take(1)[0];

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public Guid ReadGuid() => new(Take(16));

    public ReadOnlySpan<byte> ReadBlock() => Take(ReadInt32());

    public string ReadText() => Encoding.UTF8.GetString(ReadBlock());

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > _rest.Length)
            throw new InvalidDataException($"A field of {count} bytes was announced where {_rest.Length} are left.");
        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    public readonly void ExpectEnd()
    {
        if (_rest.Length != 0)
            throw new InvalidDataException($"{_rest.Length} bytes are left over at the end of a message.");
    }
}
