using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Calls;

/// <summary>Writes and reads values of one type where the type is known only from a signature at run time.</summary>
internal abstract class ValueCarrier
{
    // Also its lock. (Those that need none are in a library of their own, which a start would load for this.)
    private static readonly Dictionary<Type, ValueCarrier> Known = [];

    /// <summary>Makes the compiler keep what carries the type, where it compiles ahead of time and cannot see the need for it.</summary>
    public static void Root<T>()
    {
        if (!RuntimeFeature.IsDynamicCodeSupported)
            Rooted<T>.Touch();
    }

    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor, typeof(ValueCarrier<>))]
    public static ValueCarrier For(Type type)
    {
        lock (Known)
        {
            if (!Known.TryGetValue(type, out var known))
                Known.Add(type, known = Create(type));
            return known;
        }
    }

    // Named, so that they are compiled with this library and not in each worker.
    private static ValueCarrier Create(Type type) =>
        type == typeof(int) ? new ValueCarrier<int>()
        : type == typeof(long) ? new ValueCarrier<long>()
        : type == typeof(double) ? new ValueCarrier<double>()
        : type == typeof(bool) ? new ValueCarrier<bool>()
        : type == typeof(string) ? new ValueCarrier<string>()
        : type == typeof(byte[]) ? new ValueCarrier<byte[]>()
        : (ValueCarrier)Activator.CreateInstance(typeof(ValueCarrier<>).MakeGenericType(type))!;

    public abstract void Write(WireCodec codec, object? value, FrameBuffer destination);

    /// <summary>Reads a value that takes all that is left.</summary>
    public abstract object? Read(WireCodec codec, ref PayloadReader source);

    /// <summary>Blocks until a task of the type has its result.</summary>
    public abstract object? AwaitTask(Task task);

    /// <summary>Blocks until a boxed value task of the type has its result.</summary>
    public abstract object? AwaitValueTask(object valueTask);

    private static class Rooted<T>
    {
        static Rooted()
        {
            lock (Known)
                Known.TryAdd(typeof(T), new ValueCarrier<T>());
        }

        public static void Touch()
        {
        }
    }
}

internal sealed class ValueCarrier<T> : ValueCarrier
{
    public override void Write(WireCodec codec, object? value, FrameBuffer destination) => codec.Write((T)value!, destination);

    public override object? Read(WireCodec codec, ref PayloadReader source) => codec.Read<T>(ref source);

    public override object? AwaitTask(Task task) => ((Task<T>)task).GetAwaiter().GetResult();

    public override object? AwaitValueTask(object valueTask) => AwaitTask(((ValueTask<T>)valueTask).AsTask());
}
