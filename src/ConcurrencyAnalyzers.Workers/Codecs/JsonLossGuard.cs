using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace ConcurrencyAnalyzers.Workers.Codecs;

/// <summary>
/// System.Text.Json skips what it cannot set again, without a word: the value would arrive with a default in its
/// place and the job would compute something else. Where that is certain, the type is refused.
/// </summary>
internal static class JsonLossGuard
{
    private const BindingFlags InstanceMembers = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static void Check(JsonTypeInfo info)
    {
        if (typeof(Delegate).IsAssignableFrom(info.Type) || typeof(MemberInfo).IsAssignableFrom(info.Type) || info.Type == typeof(CancellationToken))
            throw new NotSupportedException($"A {info.Type} belongs to its process and cannot travel.");
        if (info.Kind != JsonTypeInfoKind.Object || info.Type.IsInterface || info.Type == typeof(object))
            return;

        var parameters = ConstructorParameters(info.Type);
        var travels = false;
        foreach (var property in info.Properties)
        {
            if (property.Get is null && property.Set is null)
                continue; // ignored by the author's own wish
            var name = (property.AttributeProvider as MemberInfo)?.Name ?? property.Name;
            if (property.Set is not null || parameters.Contains(name))
                travels = true;
            else if (IsStored(info.Type, name))
                throw new NotSupportedException(
                    $"{info.Type} would arrive without its {name}: the property has no public setter and no constructor parameter. " +
                    "Make it settable (init will do), or mark the setter with [JsonInclude].");
        }
        if (!travels && HasState(info.Type))
            throw new NotSupportedException($"Nothing of {info.Type} would travel: its state is not public.");
    }

    // The serializer's own choice: the annotated constructor, else none, else (for classes) the only one.
    private static HashSet<string> ConstructorParameters(Type type)
    {
        var all = type.GetConstructors(InstanceMembers);
        var open = Array.FindAll(all, c => c.IsPublic);
        var chosen = Array.Find(all, c => c.IsDefined(typeof(JsonConstructorAttribute)));
        if (chosen is null && (!type.IsValueType || IsKeyValuePair(type)) && open is [var only])
            chosen = only;
        var names = chosen?.GetParameters().Select(p => p.Name ?? "") ?? [];
        return new HashSet<string>(names, StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsKeyValuePair(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    private static bool IsStored(Type type, string property)
    {
        for (var t = type; t is not null && t != typeof(object); t = t.BaseType)
        {
            var field = t.GetField($"<{property}>k__BackingField", InstanceMembers);
            if (field is not null)
                return field.IsDefined(typeof(CompilerGeneratedAttribute));
        }
        return false;
    }

    private static bool HasState(Type type)
    {
        for (var t = type; t is not null && t != typeof(object); t = t.BaseType)
        {
            if (t.GetFields(InstanceMembers).Length > 0)
                return true;
        }
        return false;
    }
}
