using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Shared;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Codecs;

/// <summary>
/// How values travel: numbers, structs of numbers, text, and arrays of them as they stand in memory, everything else by a
/// codec for objects. Which it is follows from the type alone, which both sides know. Thread-safe.
/// </summary>
/// <param name="makeObjects">Makes the codec for objects, when the first object travels: a static method, for a worker makes its own.</param>
internal sealed class WireCodec(Func<IWorkerCodec> makeObjects)
{
    private IWorkerCodec? _objects;

    public static WireCodec Default { get; } = new(static () => JsonWorkerCodec.Instance);

    /// <summary>Throws <see cref="ArgumentException"/> when a worker cannot make the codec.</summary>
    public static WireCodec Of(Func<IWorkerCodec>? make)
    {
        if (make is null)
            return Default;
        _ = WorkerMethod.Of(make);
        return new WireCodec(make);
    }

    /// <summary>A value of the type is written and read without a codec for objects, which may run the user's code.</summary>
    public static bool IsPlain<T>() => RawType<T>.Is || RawShape<T>.Instance is not null;

    private IWorkerCodec Objects => _objects ??= makeObjects();

    // What is shared travels as a name, which is nothing that a user's codec could know about.
    private IWorkerCodec ObjectsOf<T>() => SharedType<T>.Is ? JsonWorkerCodec.Instance : Objects;

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
            ObjectsOf<T>().Write(value, destination);
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
        return RawShape<T>.Instance is { } shape ? shape.Read(ref source) : ObjectsOf<T>().Read<T>(source.Take(source.Remaining));
    }
}
