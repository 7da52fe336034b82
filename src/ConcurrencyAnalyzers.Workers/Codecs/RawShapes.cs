using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Codecs;

/// <summary>Writes and reads one type of reference or length to raw memory: text, arrays and lists of raw elements.</summary>
internal abstract class RawShape<T>
{
    /// <summary>The shape of the type; <see langword="null"/> when it has none.</summary>
    public static RawShape<T>? Instance { get; } = (RawShape<T>?)RawShape.Create(typeof(T));

    public abstract void Write(T value, FrameBuffer destination);

    /// <summary>Reads a value that takes all that is left.</summary>
    public abstract T Read(ref PayloadReader source);
}

internal static class RawShape
{
    public const byte Null = 0, Present = 1;

    public static object? Create(Type type)
    {
        if (type == typeof(string))
            return new TextShape();
        var (shape, element) = type switch
        {
            { IsSZArray: true } => (typeof(ArrayShape<>), type.GetElementType()!),
            { IsGenericType: true } when type.GetGenericTypeDefinition() is var d => (Of(d), type.GetGenericArguments()[0]),
            _ => (null, type),
        };
        if (shape is null || !RawType.Is(element) || RawType.IsOptional(element)) // arrays of what may be missing travel as objects
            return null;
        return RuntimeFeature.IsDynamicCodeSupported ? Activator.CreateInstance(shape.MakeGenericType(element)) : Rooted(type);
    }

    // Compiled ahead of time, there is no code but what was compiled; others travel as objects do.
    private static object? Rooted(Type type) =>
        type == typeof(byte[]) ? new ArrayShape<byte>()
        : type == typeof(char[]) ? new ArrayShape<char>()
        : type == typeof(int[]) ? new ArrayShape<int>()
        : type == typeof(long[]) ? new ArrayShape<long>()
        : type == typeof(float[]) ? new ArrayShape<float>()
        : type == typeof(double[]) ? new ArrayShape<double>()
        : type == typeof(Memory<byte>) ? new MemoryShape<byte>()
        : type == typeof(ReadOnlyMemory<byte>) ? new ReadOnlyMemoryShape<byte>()
        : null;

    private static Type? Of(Type definition) =>
        definition == typeof(List<>) ? typeof(ListShape<>)
        : definition == typeof(Memory<>) ? typeof(MemoryShape<>)
        : definition == typeof(ReadOnlyMemory<>) ? typeof(ReadOnlyMemoryShape<>)
        : definition == typeof(ArraySegment<>) ? typeof(SegmentShape<>)
        : null;

    public static void WriteElements<T>(ReadOnlyMemory<T> elements, FrameBuffer destination) where T : unmanaged
    {
        destination.WriteByte(Present);
        destination.WriteMemory(elements);
    }

    public static T[]? ReadElements<T>(ref PayloadReader source) where T : unmanaged
    {
        switch (source.ReadByte())
        {
            case Null:
                source.ExpectEnd();
                return null;
            case Present:
                var array = source.TakeArray<T>(source.Remaining);
                if (typeof(T) == typeof(bool))
                    MakeBool(MemoryMarshal.AsBytes(array.AsSpan()));
                return array;
            default:
                throw new InvalidDataException("A value is neither there nor missing.");
        }
    }

    // Any other bit pattern than these two is true and yet not equal to true.
    private static void MakeBool(Span<byte> values)
    {
        foreach (ref var value in values)
            value = value == 0 ? (byte)0 : (byte)1;
    }

    private sealed class TextShape : RawShape<string?>
    {
        public override void Write(string? value, FrameBuffer destination)
        {
            destination.WriteByte(value is null ? Null : Present);
            if (value is not null)
                destination.WriteBytes(MemoryMarshal.AsBytes(value.AsSpan()));
        }

        public override string? Read(ref PayloadReader source)
        {
            switch (source.ReadByte())
            {
                case Null:
                    source.ExpectEnd();
                    return null;
                case Present when source.Remaining % sizeof(char) == 0:
                    return new string(MemoryMarshal.Cast<byte, char>(source.Take(source.Remaining)));
                default:
                    throw new InvalidDataException("The bytes are not a text.");
            }
        }
    }
}

internal sealed class ArrayShape<T> : RawShape<T[]?> where T : unmanaged
{
    public override void Write(T[]? value, FrameBuffer destination)
    {
        if (value is null)
            destination.WriteByte(RawShape.Null);
        else
            RawShape.WriteElements<T>(value, destination);
    }

    public override T[]? Read(ref PayloadReader source) => RawShape.ReadElements<T>(ref source);
}

internal sealed class ListShape<T> : RawShape<List<T>?> where T : unmanaged
{
    public override void Write(List<T>? value, FrameBuffer destination)
    {
        destination.WriteByte(value is null ? RawShape.Null : RawShape.Present);
        destination.WriteBytes(MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(value)));
    }

    public override List<T>? Read(ref PayloadReader source) => RawShape.ReadElements<T>(ref source) is { } array ? [.. array] : null;
}

internal sealed class MemoryShape<T> : RawShape<Memory<T>> where T : unmanaged
{
    public override void Write(Memory<T> value, FrameBuffer destination) => RawShape.WriteElements<T>(value, destination);

    public override Memory<T> Read(ref PayloadReader source) => RawShape.ReadElements<T>(ref source);
}

internal sealed class ReadOnlyMemoryShape<T> : RawShape<ReadOnlyMemory<T>> where T : unmanaged
{
    public override void Write(ReadOnlyMemory<T> value, FrameBuffer destination) => RawShape.WriteElements(value, destination);

    public override ReadOnlyMemory<T> Read(ref PayloadReader source) => RawShape.ReadElements<T>(ref source);
}

internal sealed class SegmentShape<T> : RawShape<ArraySegment<T>> where T : unmanaged
{
    public override void Write(ArraySegment<T> value, FrameBuffer destination) => RawShape.WriteElements<T>(value.AsMemory(), destination);

    public override ArraySegment<T> Read(ref PayloadReader source) => RawShape.ReadElements<T>(ref source) is { } array ? new(array) : default;
}
