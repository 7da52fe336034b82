using System.Text.Json.Serialization;
using ConcurrencyAnalyzers.Workers.Shared;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers;

/// <summary>
/// A number that this process and its workers count on together. Every operation is one atomic step, so no holder can
/// die in the middle of one. Pass it to a job as an argument. Thread-safe, across processes too.
/// </summary>
[JsonConverter(typeof(SharedObjectConverterFactory))]
public sealed unsafe class SharedCounter : SharedObject
{
    private const int Size = sizeof(long);

    static SharedCounter() => SharedTypes.Add(new SharedObjectConverter<SharedCounter>(
        static _ => 0, static (id, name, _) => new SharedCounter(id, SharedBlock.Open(name, Size))));

    /// <summary>Makes a counter.</summary>
    /// <exception cref="IOException">The system has no memory to share.</exception>
    /// <exception cref="InvalidOperationException">This process is a worker.</exception>
    public SharedCounter(long value = 0) : base(Size) => Value = value;

    internal SharedCounter(long id, SharedBlock block) : base(id, block)
    {
    }

    /// <summary>The number now.</summary>
    public long Value
    {
        get => Interlocked.Read(ref Word);
        set => Interlocked.Exchange(ref Word, value);
    }

    private ref long Word => ref *(long*)Block.Start;

    /// <summary>Adds one and gives the sum.</summary>
    public long Increment() => Interlocked.Increment(ref Word);

    /// <summary>Takes one away and gives what is left.</summary>
    public long Decrement() => Interlocked.Decrement(ref Word);

    /// <summary>Adds a number and gives the sum.</summary>
    public long Add(long value) => Interlocked.Add(ref Word, value);

    /// <summary>Puts a value in the number's place and gives what was there.</summary>
    public long Exchange(long value) => Interlocked.Exchange(ref Word, value);

    /// <summary>Puts a value in the number's place if that is what is expected, and gives what was there.</summary>
    public long CompareExchange(long value, long expected) => Interlocked.CompareExchange(ref Word, value, expected);
}
