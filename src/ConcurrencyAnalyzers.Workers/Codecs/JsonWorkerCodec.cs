using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Shared;

namespace ConcurrencyAnalyzers.Workers;

/// <summary>
/// System.Text.Json, made strict: what would arrive different from how it was sent is refused. Thread-safe.
/// </summary>
public sealed class JsonWorkerCodec : IWorkerCodec
{
    private readonly JsonSerializerOptions _options;

    /// <summary>Makes the default codec: the contexts that the program names by attribute, and reflection where it is not switched off.</summary>
    public JsonWorkerCodec()
    {
        _options = NewOptions(null);
    }

    /// <summary>Makes a codec that knows types from a source-generated context, and others as the default codec does.</summary>
    /// <param name="context">A <see cref="JsonSerializerContext"/>, say; several are joined by <c>JsonTypeInfoResolver.Combine</c>.</param>
    public JsonWorkerCodec(IJsonTypeInfoResolver context)
    {
        ArgumentNullException.ThrowIfNull(context);
        _options = NewOptions(context);
    }

    internal static JsonWorkerCodec Instance { get; } = new();

    private static JsonSerializerOptions NewOptions(IJsonTypeInfoResolver? context)
    {
        var resolver = JsonTypeInfoResolver.Combine(context, new SharedTypes(), new ProgramContexts());
        if (JsonSerializer.IsReflectionEnabledByDefault)
            resolver = JsonTypeInfoResolver.Combine(resolver, new DefaultJsonTypeInfoResolver());
        return new JsonSerializerOptions
        {
            IncludeFields = true, // value tuples are made of fields
            MaxDepth = 64,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            Converters = { new BigIntegerConverter(), new ComplexConverter(), new ExactCharConverter(), new ExactStringConverter() },
            TypeInfoResolver = resolver.WithAddedModifier(JsonLossGuard.Check),
        };
    }

    [ThreadStatic] private static Utf8JsonWriter? t_writer;

    /// <inheritdoc/>
    public void Write<T>(T value, IBufferWriter<byte> destination)
    {
        RefuseSlicing(value);
        var info = TypeInfo<T>();
        var writer = t_writer ?? new Utf8JsonWriter(destination, new JsonWriterOptions { SkipValidation = true, MaxDepth = 64 });
        t_writer = null; // a converter may come back here
        writer.Reset(destination);
        try
        {
            JsonSerializer.Serialize(writer, value, info);
            writer.Flush();
            t_writer = writer;
        }
        catch (JsonException e)
        {
            throw new NotSupportedException(e.Message, e);
        }
    }

    /// <inheritdoc/>
    public T Read<T>(ReadOnlySpan<byte> source)
    {
        try
        {
            return JsonSerializer.Deserialize(source, TypeInfo<T>())!;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The bytes are not a {typeof(T)}: {e.Message}", e);
        }
    }

    private JsonTypeInfo<T> TypeInfo<T>()
    {
        if (typeof(T) == typeof(object))
            throw new NotSupportedException("'object' says nothing about what travels; use a concrete type.");
        if (_options.TryGetTypeInfo(typeof(T), out var info))
            return (JsonTypeInfo<T>)info;
        throw new NotSupportedException(
            $"This program was built without reflection for serialisation, and no context was named for {typeof(T)}: add " +
            "[JsonSerializable] for it to a JsonSerializerContext, and name that with [assembly: WorkerJsonContext].");
    }

    // The signature's type is what gets written. A derived object would silently lose what it adds to it.
    private static void RefuseSlicing<T>(T value)
    {
        if (typeof(T).IsValueType || value is null || value.GetType() == typeof(T))
            return;
        if (typeof(T).IsAssignableTo(typeof(System.Collections.IEnumerable)) || typeof(T).IsDefined(typeof(JsonDerivedTypeAttribute), inherit: false)
            || typeof(T).IsDefined(typeof(JsonConverterAttribute), inherit: false))
            return;
        throw new NotSupportedException(
            $"The value is a {value.GetType()} where the signature says {typeof(T)}: only that part of it would travel. " +
            "Name the concrete type, or declare the derived types with [JsonDerivedType].");
    }
}
