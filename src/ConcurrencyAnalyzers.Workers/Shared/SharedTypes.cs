using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ConcurrencyAnalyzers.Workers.Shared;

/// <summary>
/// How each type of shared objects travels. The types say it themselves when they are first used, so that nothing has to be made
/// from a type that is known at run time only, which programs that are compiled ahead of time could not. Thread-safe.
/// </summary>
internal sealed class SharedTypes : IJsonTypeInfoResolver
{
    private static readonly ConcurrentDictionary<Type, (JsonConverter Converter, Func<JsonSerializerOptions, JsonTypeInfo> Info)> Known = new();

    public static void Add<T>(JsonConverter<T> converter) =>
        Known[typeof(T)] = (converter, options => JsonMetadataServices.CreateValueInfo<T>(options, converter));

    public static JsonConverter ConverterFor(Type type) => Find(type).Converter;

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
        typeof(SharedObject).IsAssignableFrom(type) && type != typeof(SharedObject) ? Find(type).Info(options) : null;

    private static (JsonConverter Converter, Func<JsonSerializerOptions, JsonTypeInfo> Info) Find(Type type)
    {
        RuntimeHelpers.RunClassConstructor(type.TypeHandle);
        return Known[type];
    }
}

/// <summary>Whether a type is one of shared objects, asked once.</summary>
internal static class SharedType<T>
{
    public static readonly bool Is = typeof(SharedObject).IsAssignableFrom(typeof(T));
}
