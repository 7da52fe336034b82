using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using ConcurrencyAnalyzers.Workers.Shared;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers;

/// <summary>
/// A block of memory that this process and its workers see at the same time: pass it to a job as an argument, and
/// what travels is its name. Reads and writes go to the same bytes on both sides, without a copy.
/// </summary>
/// <remarks>
/// Several processes in one memory are like several threads in one array: who writes what while others look at it has to be
/// settled, by handing over different parts, by waiting for jobs to end, or by a <see cref="SharedLock"/>. The members of this
/// class are thread-safe; the contents are what their users make of them.
/// </remarks>
/// <typeparam name="T">The elements: types without references.</typeparam>
[JsonConverter(typeof(SharedObjectConverterFactory))]
public sealed unsafe class SharedBuffer<T> : SharedObject where T : unmanaged
{
    private readonly View _view;

    static SharedBuffer() => SharedTypes.Add(new SharedObjectConverter<SharedBuffer<T>>(
        static b => b.Length, static (id, name, length) => new SharedBuffer<T>(id, SharedBlock.Open(name, SizeOf(length)), length)));

    /// <summary>Makes a block of zeros.</summary>
    /// <param name="length">The number of elements.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is negative.</exception>
    /// <exception cref="IOException">The system has not so much memory to share.</exception>
    /// <exception cref="InvalidOperationException">This process is a worker.</exception>
    public SharedBuffer(int length) : base(SizeOf(length))
    {
        Length = length;
        _view = new View(this);
    }

    internal SharedBuffer(long id, SharedBlock block, int length) : base(id, block)
    {
        Length = length;
        _view = new View(this);
    }

    /// <summary>The number of elements.</summary>
    public int Length { get; }

    /// <summary>The elements themselves. Do not use it after <see cref="SharedObject.Dispose"/>.</summary>
    /// <exception cref="ObjectDisposedException">The block is gone.</exception>
    public Span<T> Span => new(Block.Start, Length);

    /// <summary>The elements themselves, for asynchronous code. Do not use it after <see cref="SharedObject.Dispose"/>.</summary>
    public Memory<T> Memory => _view.Memory;

    /// <summary>One element, to read, to write or for <see cref="Interlocked"/>.</summary>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    public ref T this[int index] => ref Span[index];

    internal static long SizeOf(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return Math.Max(1, (long)length * Unsafe.SizeOf<T>());
    }

    // Keeps the block alive as long as somebody has the memory.
    private sealed class View(SharedBuffer<T> owner) : MemoryManager<T>
    {
        public override Span<T> GetSpan() => owner.Span;

        public override MemoryHandle Pin(int elementIndex = 0)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)elementIndex, (uint)owner.Length, nameof(elementIndex));
            return new MemoryHandle((T*)owner.Block.Start + elementIndex, default, this);
        }

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
