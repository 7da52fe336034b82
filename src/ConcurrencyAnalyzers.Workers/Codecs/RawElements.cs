using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Codecs;

/// <summary>Writes parts of arrays of raw elements where the compiler does not know that they are raw.</summary>
internal abstract class RawElements<T>
{
    private static readonly RawElements<T>? Instance = RawType<T>.Is
        ? (RawElements<T>)Activator.CreateInstance((RawType.IsOptional(typeof(T)) ? typeof(Optional<>) : typeof(Unmanaged<>)).MakeGenericType(typeof(T), typeof(T)))!
        : null;

    public static void Write(ArraySegment<T> elements, FrameBuffer destination) => Instance!.WriteElements(elements, destination);

    protected abstract void WriteElements(ArraySegment<T> elements, FrameBuffer destination);

    // What may be missing is no unmanaged type to the language.
    private sealed class Optional<TElement> : RawElements<TElement>
    {
        protected override void WriteElements(ArraySegment<TElement> elements, FrameBuffer destination)
        {
            ref var first = ref Unsafe.As<TElement, byte>(ref MemoryMarshal.GetReference(elements.AsSpan()));
            destination.WriteBytes(MemoryMarshal.CreateReadOnlySpan(ref first, checked(elements.Count * Unsafe.SizeOf<TElement>())));
        }
    }

    private sealed class Unmanaged<TElement> : RawElements<TElement> where TElement : unmanaged
    {
        protected override void WriteElements(ArraySegment<TElement> elements, FrameBuffer destination) => destination.WriteMemory<TElement>(elements.AsMemory());
    }
}
