using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>
/// Whether a value of a type is read and written in one step. The .NET memory model promises that for aligned
/// values up to pointer size; reference assemblies hide the fields of BCL structs, so the wide ones are named.
/// </summary>
internal static class TypeShapes
{
    private const int SeveralFields = 16;

    public static WordShape Of(ITypeSymbol? type) => Size(type, 0) switch
    {
        <= 4 => WordShape.Atomic,
        <= 8 => WordShape.Atomic64,
        _ => WordShape.Wide,
    };

    private static int Size(ITypeSymbol? type, int depth)
    {
        if (type is null || type.IsReferenceType || type.TypeKind is TypeKind.TypeParameter or TypeKind.Error or TypeKind.Pointer or TypeKind.FunctionPointer)
            return 4;
        switch (type.SpecialType)
        {
            case SpecialType.System_Boolean or SpecialType.System_Byte or SpecialType.System_SByte:
                return 1;
            case SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_Char:
                return 2;
            case SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single or SpecialType.System_IntPtr or SpecialType.System_UIntPtr:
                return 4;
            case SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Double or SpecialType.System_DateTime:
                return 8;
            case SpecialType.System_Decimal:
                return 16;
        }

        if (type.TypeKind == TypeKind.Enum)
            return Size(((INamedTypeSymbol)type).EnumUnderlyingType, depth);
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct } structure)
            return 4;
        if (structure.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
            return Size(structure.TypeArguments[0], depth) + 4;
        switch (structure.OriginalDefinition.ToDisplayString())
        {
            // A reference and where in it: halves of two values name memory that neither meant.
            case "System.Memory<T>" or "System.ReadOnlyMemory<T>" or "System.ArraySegment<T>" or "System.Buffers.ReadOnlySequence<T>" or "System.SequencePosition" or "System.Text.Json.JsonElement"
                or "System.Collections.Generic.KeyValuePair<TKey, TValue>" or "System.Threading.Tasks.ValueTask" or "System.Threading.Tasks.ValueTask<TResult>" or "Microsoft.Extensions.Primitives.StringSegment":
                return SeveralFields;
            case "System.Drawing.Color" or "System.Drawing.Rectangle" or "System.Drawing.RectangleF" or "System.Numerics.Vector3" or "System.Numerics.Vector4" or "System.Numerics.Quaternion" or "System.Numerics.Plane" or "System.Numerics.Matrix3x2" or "System.Numerics.Matrix4x4":
                return SeveralFields;
            case "System.Guid" or "System.DateTimeOffset" or "System.Int128" or "System.UInt128" or "System.Numerics.BigInteger" or "System.Numerics.Complex":
                return 16;
            case "System.TimeSpan" or "System.Threading.CancellationTokenRegistration" or "System.TimeOnly" or "System.DateOnly":
                return 8;
        }

        if (depth > 4 || !structure.Locations.Any(static location => location.IsInSource) && !structure.IsTupleType)
            return 8;
        var fields = structure.GetMembers().OfType<IFieldSymbol>().Where(static field => !field.IsStatic).ToArray();

        // The promise is about primitives and references: two fields may be copied in two steps however small they are.
        return fields.Length > 1 ? SeveralFields : fields.Sum(field => Size(field.Type, depth + 1));
    }
}
