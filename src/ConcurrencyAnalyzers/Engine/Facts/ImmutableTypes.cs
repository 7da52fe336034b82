using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>Finds what others can change of a type that promises not to change: by replacing it, or by changing what it holds.</summary>
internal static class ImmutableTypes
{
    /// <summary>The member as a finding; null where it keeps the promise.</summary>
    public static MutableMember? Mutable(ISymbol member, SyntaxNode declaration, string filePath, SymbolFacts symbols)
    {
        if (member.IsStatic || member.IsImplicitlyDeclared || member.DeclaredAccessibility == Accessibility.Private)
            return null;
        var (type, canBeReplaced) = member switch
        {
            IFieldSymbol { IsConst: false } field => (field.Type, !field.IsReadOnly),
            IPropertySymbol { IsIndexer: false } property when symbols.IsAutomatic(property) =>
                (property.Type, property.SetMethod is { IsInitOnly: false, DeclaredAccessibility: not Accessibility.Private }),
            _ => (null, false),
        };
        if (type is null || !canBeReplaced && !HoldsMutable(type, symbols))
            return null;
        var span = declaration switch
        {
            VariableDeclaratorSyntax variable => variable.Identifier.Spot(),
            PropertyDeclarationSyntax property => property.Identifier.Spot(),
            _ => declaration.Spot(),
        };
        return new(new(filePath, span), member.ContainingType.Name, member.Name, type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), canBeReplaced);
    }

    private static bool HoldsMutable(ITypeSymbol type, SymbolFacts symbols) =>
        type is IArrayTypeSymbol || symbols.SafetyOf(type).Safety == TypeSafety.ThreadUnsafe;
}
