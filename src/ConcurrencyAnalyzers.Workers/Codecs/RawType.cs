using System.Reflection;
using System.Runtime.CompilerServices;

namespace ConcurrencyAnalyzers.Workers.Codecs;

/// <summary>
/// Types that travel as they stand in memory: numbers, and structs made of nothing else. Each of their bit patterns is a value,
/// so a broken peer can send a wrong one but none that breaks its reader. Both sides run the same build on the same
/// runtime, so they agree about the layout.
/// </summary>
internal static class RawType
{
    private const int DeepestStruct = 16;

    public static bool Is(Type type) => Is(type, 0);

    /// <summary>Whether it is a value that may be missing.</summary>
    public static bool IsOptional(Type type) => Nullable.GetUnderlyingType(type) is not null;

    private static bool Is(Type type, int depth)
    {
        if (type.IsEnum || IsNumber(type))
            return true;
        if (!type.IsValueType || type.IsPrimitive || depth > DeepestStruct || type.IsByRefLike || HasRules(type))
            return false;
        var fields = type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        if (fields.Length == 0 || type.IsDefined(typeof(InlineArrayAttribute), inherit: false))
            return false;
        foreach (var field in fields)
        {
            if (field.FieldType.IsPointer || field.IsDefined(typeof(FixedBufferAttribute)) || !Is(field.FieldType, depth + 1))
                return false;
        }
        return true;
    }

    private static bool IsNumber(Type type) =>
        (type.IsPrimitive && type != typeof(IntPtr) && type != typeof(UIntPtr))
        || type == typeof(Guid) || type == typeof(TimeSpan) || type == typeof(Half) || type == typeof(Int128) || type == typeof(UInt128);

    // Structs of the base library may count on what their constructors checked.
    private static bool HasRules(Type type) =>
        type.Assembly == typeof(object).Assembly && !type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal)
        && !type.Name.StartsWith("Nullable`", StringComparison.Ordinal) && !type.Name.StartsWith("KeyValuePair`", StringComparison.Ordinal);
}

/// <summary><see cref="RawType"/> for a type known when code is compiled, asked once.</summary>
internal static class RawType<T>
{
    public static readonly bool Is = RawType.Is(typeof(T));
}
