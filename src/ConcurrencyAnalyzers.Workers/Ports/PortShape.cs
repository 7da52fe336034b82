using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ConcurrencyAnalyzers.Workers.Codecs;

namespace ConcurrencyAnalyzers.Workers.Ports;

/// <summary>The parameter types that stay connected instead of being copied, and how to make both ends of one.</summary>
internal abstract class PortShape
{
    private static readonly Dictionary<Type, PortShape?> Known = []; // also its lock

    /// <summary><see langword="null"/> for a type whose values are copied.</summary>
    public static PortShape? For(Type type)
    {
        if (!type.IsGenericType)
            return null;
        lock (Known)
        {
            if (!Known.TryGetValue(type, out var known))
                Known.Add(type, known = Create(type));
            return known;
        }
    }

    /// <summary>What the other side sends or gets.</summary>
    public abstract Type ItemType { get; }

    public abstract CallerPort NewCallerPort(int number, WireCodec codec, object value);

    public abstract WorkerPort NewWorkerPort(int number, WireCodec codec, IPortLine line);

    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor, typeof(ProgressShape<>))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor, typeof(ReaderShape<>))]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor, typeof(WriterShape<>))]
    private static PortShape? Create(Type type)
    {
        var definition = type.GetGenericTypeDefinition();
        var shape = definition == typeof(IProgress<>) ? typeof(ProgressShape<>)
            : definition == typeof(ChannelReader<>) ? typeof(ReaderShape<>)
            : definition == typeof(ChannelWriter<>) ? typeof(WriterShape<>)
            : null;
        if (shape is null)
            return null;
        if (!RuntimeFeature.IsDynamicCodeSupported && Rooted(type) is { } rooted)
            return rooted;
        return (PortShape)Activator.CreateInstance(shape.MakeGenericType(type.GetGenericArguments()))!;
    }

    private sealed class ProgressShape<T> : PortShape
    {
        public override Type ItemType => typeof(T);

        public override CallerPort NewCallerPort(int number, WireCodec codec, object value) => new ProgressCallerPort<T>(number, codec, (IProgress<T>)value);

        public override WorkerPort NewWorkerPort(int number, WireCodec codec, IPortLine line) => new ProgressWorkerPort<T>(number, codec, line);
    }

    private sealed class ReaderShape<T> : PortShape
    {
        public override Type ItemType => typeof(T);

        public override CallerPort NewCallerPort(int number, WireCodec codec, object value) => new ReaderCallerPort<T>(number, codec, (ChannelReader<T>)value);

        public override WorkerPort NewWorkerPort(int number, WireCodec codec, IPortLine line) => new ReaderWorkerPort<T>(number, codec, line);
    }

    private sealed class WriterShape<T> : PortShape
    {
        public override Type ItemType => typeof(T);

        public override CallerPort NewCallerPort(int number, WireCodec codec, object value) => new WriterCallerPort<T>(number, codec, (ChannelWriter<T>)value);

        public override WorkerPort NewWorkerPort(int number, WireCodec codec, IPortLine line) => new WriterWorkerPort<T>(number, codec, line);
    }

    // Of numbers there is no code but what was compiled, and the compiler sees no need for it.
    private static PortShape? Rooted(Type type) =>
        type == typeof(IProgress<int>) ? new ProgressShape<int>()
        : type == typeof(IProgress<long>) ? new ProgressShape<long>()
        : type == typeof(IProgress<double>) ? new ProgressShape<double>()
        : type == typeof(ChannelReader<int>) ? new ReaderShape<int>()
        : type == typeof(ChannelReader<long>) ? new ReaderShape<long>()
        : type == typeof(ChannelReader<double>) ? new ReaderShape<double>()
        : type == typeof(ChannelWriter<int>) ? new WriterShape<int>()
        : type == typeof(ChannelWriter<long>) ? new WriterShape<long>()
        : type == typeof(ChannelWriter<double>) ? new WriterShape<double>()
        : null;
}
