using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>Gives the field of a flag the modifier with which every read sees the last store, and leaves all its uses as they are.</summary>
internal static class VolatileField
{
    public static EditScript? Plan(SourceView source, IReadOnlyList<StateAccess> accesses)
    {
        if (accesses[0].Symbol is not IFieldSymbol { IsReadOnly: false, IsConst: false, IsVolatile: false, DeclaringSyntaxReferences: [var reference] } field || !CanBeVolatile(field.Type)
            || reference.SyntaxTree != source.Root.SyntaxTree || reference.GetSyntax() is not VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax } declaration })
            return null;
        // Handed on by reference it would be an ordinary field there, and the compiler says so.
        if (source.Root.DescendantNodes().OfType<ArgumentSyntax>().Any(argument => argument.RefKindKeyword.RawKind != 0 && SymbolEqualityComparer.Default.Equals(source.Model.GetSymbolInfo(argument.Expression).Symbol, field)))
            return null;
        var script = new EditScript(source, $"Make '{field.Name}' volatile");
        script.Insert(declaration.Type.SpanStart, "volatile ");
        return script;
    }

    /// <summary>C# specification, 15.5.4: what is read and written in one step on every platform.</summary>
    private static bool CanBeVolatile(ITypeSymbol type) => type.IsReferenceType
        || (type is INamedTypeSymbol { EnumUnderlyingType: { } underlying } ? underlying : type).SpecialType
            is SpecialType.System_Boolean or SpecialType.System_Char or SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
            or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Single or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;
}
