using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Codecs;

/// <summary>
/// How values travel: numbers, structs of numbers, text, and arrays of them as they stand in memory, everything else by a
/// codec for objects. Which it is follows from the type alone, which both sides know. Thread-safe.
/// </summary>
internal sealed class WireCodec(IWorkerCodec objects)
{
    public static WireCodec Default { get; } = new(JsonWorkerCodec.Instance);

    /// <summary>Writes a value. Throws <see cref="NotSupportedException"/> when its type cannot travel whole.</summary>
    public void Write<T>(T value, FrameBuffer destination)
    {
        if (RawType<T>.Is)
        {
            Unsafe.WriteUnaligned(ref MemoryMarshal.GetReference(destination.GetSpan(Unsafe.SizeOf<T>())), value);
            destination.Advance(Unsafe.SizeOf<T>());
        }
        else if (RawShape<T>.Instance is { } shape)
        {
            shape.Write(value, destination);
        }
        else
        {
            objects.Write(value, destination);
        }
    }

    /// <summary>Reads a value from all of the bytes. Throws <see cref="InvalidDataException"/> when they are not one.</summary>
    public T Read<T>(ReadOnlySpan<byte> source)
    {
        var reader = new PayloadReader(source);
        return Read<T>(ref reader);
    }

    /// <summary>Reads a value that takes all that is left. Throws <see cref="InvalidDataException"/> when the bytes are not one.</summary>
    public T Read<T>(ref PayloadReader source)
    {
        if (RawType<T>.Is)
        {
            if (source.Remaining != Unsafe.SizeOf<T>())
                throw new InvalidDataException($"{source.Remaining} bytes are not a {typeof(T)}.");
            ref readonly var bytes = ref MemoryMarshal.GetReference(source.Take(Unsafe.SizeOf<T>()));
            if (typeof(T) == typeof(bool))
                return (T)(object)(bytes != 0);
            return Unsafe.ReadUnaligned<T>(in bytes);
        }
        return RawShape<T>.Instance is { } shape ? shape.Read(ref source) : objects.Read<T>(source.Take(source.Remaining));
    }
}
