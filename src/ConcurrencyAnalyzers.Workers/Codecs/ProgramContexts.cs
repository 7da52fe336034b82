using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ConcurrencyAnalyzers.Workers.Codecs;

/// <summary>
/// The source-generated contexts that assemblies name with <see cref="WorkerJsonContextAttribute"/>: those of the assemblies that
/// the type is made of, and of the program. Parent and worker find the same ones, without anybody registering them. Thread-safe.
/// </summary>
internal sealed class ProgramContexts : IJsonTypeInfoResolver
{
    private static readonly ConcurrentDictionary<Assembly, IJsonTypeInfoResolver[]> Known = new();

    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        var assemblies = new HashSet<Assembly>();
        Collect(type, assemblies);
        if (Assembly.GetEntryAssembly() is { } entry)
            assemblies.Add(entry);
        foreach (var assembly in assemblies)
        {
            foreach (var context in Known.GetOrAdd(assembly, Create))
            {
                if (context.GetTypeInfo(type, options) is { } info)
                    return info;
            }
        }
        return null;
    }

    private static void Collect(Type type, HashSet<Assembly> assemblies)
    {
        if (type.GetElementType() is { } element)
            Collect(element, assemblies);
        foreach (var argument in type.GetGenericArguments())
            Collect(argument, assemblies);
        assemblies.Add(type.Assembly);
    }

    private static IJsonTypeInfoResolver[] Create(Assembly assembly) =>
        [.. assembly.GetCustomAttributes<WorkerJsonContextAttribute>().Select(a => (JsonSerializerContext)Activator.CreateInstance(a.Context)!)];
}
