using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.CodeFixes.CpuBound;

/// <summary>
/// Whether values of a type arrive whole in another process: plain values, text, arrays and lists of such, and types
/// whose whole state can be set from outside. In doubt they do not.
/// </summary>
internal static class Travels
{
    private static readonly HashSet<string> s_values =
    [
        "System.Guid", "System.DateTimeOffset", "System.TimeSpan", "System.DateOnly", "System.TimeOnly", "System.Uri", "System.Version",
        "System.Int128", "System.UInt128", "System.Half", "System.Numerics.BigInteger",
    ];

    private static readonly HashSet<string> s_containers =
    [
        "System.Collections.Generic.List<T>", "System.Collections.Generic.IReadOnlyList<T>", "System.Collections.Generic.IReadOnlyCollection<T>",
        "System.Collections.Generic.IEnumerable<T>", "System.Collections.Generic.IList<T>", "System.Collections.Generic.HashSet<T>",
        "System.Collections.Generic.Dictionary<TKey, TValue>", "System.Collections.Generic.IReadOnlyDictionary<TKey, TValue>",
        "System.Collections.Generic.KeyValuePair<TKey, TValue>",
    ];

    public static bool Whole(ITypeSymbol type, int depth = 4)
    {
        if (depth == 0 || type.TypeKind is TypeKind.Error or TypeKind.TypeParameter or TypeKind.Pointer or TypeKind.Delegate || type.IsRefLikeType || type.IsAnonymousType)
            return false;
        if (type.TypeKind == TypeKind.Enum || type.SpecialType is >= SpecialType.System_Boolean and <= SpecialType.System_String or SpecialType.System_DateTime)
            return true;

        switch (type)
        {
            case IArrayTypeSymbol array:
                return array.Rank == 1 && Whole(array.ElementType, depth - 1);
            case INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable:
                return Whole(nullable.TypeArguments[0], depth);
            case INamedTypeSymbol { IsTupleType: true }:
                return false;
            case INamedTypeSymbol named when s_values.Contains(NameOf(named)):
                return true;
            case INamedTypeSymbol named when s_containers.Contains(NameOf(named)):
                return named.TypeArguments.All(argument => Whole(argument, depth - 1));
            case INamedTypeSymbol { DeclaringSyntaxReferences.Length: > 0, TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } named:
                return OwnType(named, depth);
            default:
                return false;
        }
    }

    /// <summary>Changing a copy in the worker changes nothing here, so only what cannot be changed may be shared with the caller.</summary>
    public static bool IsImmutable(ITypeSymbol type) =>
        type.IsValueType || type.SpecialType == SpecialType.System_String || NameOf(type) is "System.Uri" or "System.Version";

    /// <summary>All that the object holds stands in public properties that can be set, or in the parameters of its one constructor.</summary>
    private static bool OwnType(INamedTypeSymbol type, int depth)
    {
        if (type.BaseType is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) } || IsInternalState(type))
            return false;

        var constructors = type.InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public
            && !(constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, type))).ToList();
        var parameters = constructors.Count == 1 ? constructors[0].Parameters.Select(parameter => parameter.Name).ToList() : [];
        if (constructors.Count > 1 && type.TypeKind == TypeKind.Class)
            return false;

        return type.GetMembers().OfType<IPropertySymbol>().Where(property => !property.IsStatic && !property.IsIndexer && IsAuto(type, property)).All(property =>
            property.DeclaredAccessibility == Accessibility.Public
            && (property.SetMethod?.DeclaredAccessibility == Accessibility.Public || parameters.Any(name => string.Equals(name, property.Name, StringComparison.OrdinalIgnoreCase)))
            && Whole(property.Type, depth - 1));
    }

    private static bool IsInternalState(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IFieldSymbol>().Any(field => !field.IsStatic && field.AssociatedSymbol is null);

    private static bool IsAuto(INamedTypeSymbol type, IPropertySymbol property) =>
        type.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private static string NameOf(ITypeSymbol type) => type.OriginalDefinition.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString();
}
