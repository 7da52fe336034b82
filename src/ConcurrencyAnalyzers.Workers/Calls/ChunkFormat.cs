using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Calls;

/// <summary>Several values of one type on the wire: raw ones as they stand in memory, others one after the other, each with its length.</summary>
internal static class ChunkFormat
{
    /// <summary>In the number of a method: what follows are many inputs for it.</summary>
    public const int Mark = 1 << 30;

    /// <summary>What came of a chunk, before the results.</summary>
    public const byte Whole = 0, Part = 1, Failed = 2;

    /// <summary>Writes values; raw ones in an array of their own type may be read only when the frame leaves.</summary>
    public static void Write<T>(WireCodec codec, ArraySegment<T> values, FrameBuffer destination)
    {
        destination.WriteInt32(values.Count);
        if (RawType<T>.Is)
        {
            RawElements<T>.Write(values, destination);
            return;
        }
        foreach (var value in values)
        {
            var block = destination.BeginBlock();
            codec.Write(value, destination);
            destination.EndBlock(block);
        }
    }

    /// <summary>
    /// Reads values into an array that may be longer and, of raw ones, is for <see cref="Release"/> in the end. Throws
    /// <see cref="InvalidDataException"/> for more values than were asked for.
    /// </summary>
    /// <param name="codec">How they travel.</param>
    /// <param name="source">Where they are.</param>
    /// <param name="most">So many were asked for.</param>
    /// <param name="destination">Where to put raw ones, if that is known: at least as many as were asked for.</param>
    public static ArraySegment<T> Read<T>(WireCodec codec, ref PayloadReader source, int most, ArraySegment<T> destination = default)
    {
        var count = source.ReadInt32();
        if (count < 0 || count > most || (!RawType<T>.Is && count > source.Remaining / sizeof(int)))
            throw new InvalidDataException($"A chunk announces {count} values.");
        if (RawType<T>.Is && (long)count * Unsafe.SizeOf<T>() > source.Remaining)
            throw new InvalidDataException($"A chunk announces {count} values.");
        if (RawType<T>.Is && destination.Array is not null)
        {
            source.CopyRaw(destination.AsSpan(0, count));
            return destination[..count];
        }
        var values = NewArray<T>(count);
        if (RawType<T>.Is)
        {
            source.CopyRaw(values.AsSpan(0, count));
            return new ArraySegment<T>(values, 0, count);
        }
        for (var i = 0; i < count; i++)
        {
            var outer = source.EnterBlock();
            values[i] = codec.Read<T>(ref source);
            source.LeaveBlock(outer);
        }
        return values;
    }

    // Fresh memory for each chunk would cost more than all that is done with it.
    public static T[] NewArray<T>(int length) => RawType<T>.Is ? ArrayPool<T>.Shared.Rent(length) : new T[length];

    /// <summary>An array that will be filled.</summary>
    public static T[] NewLargeArray<T>(int length)
    {
        if (!RawType<T>.Is)
            return new T[length];
        var array = GC.AllocateUninitializedArray<T>(length);
        HugePages.AskFor(MemoryMarshal.CreateSpan(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetArrayDataReference(array)), checked(length * Unsafe.SizeOf<T>())));
        return array;
    }

    /// <summary>Nobody looks at the array any more.</summary>
    public static void Release<T>(T[] array)
    {
        if (RawType<T>.Is)
            ArrayPool<T>.Shared.Return(array);
    }
}
