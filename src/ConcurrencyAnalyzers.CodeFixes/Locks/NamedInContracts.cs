using ConcurrencyAnalyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Locks;

/// <summary>The contracts that name a lock: where the code takes another lock from now on, they have to name that one.</summary>
internal static class NamedInContracts
{
    /// <summary>Lets the contracts of the type name the new lock; false where one that names the old lock is out of reach.</summary>
    public static bool Rename(EditScript script, TypeDeclarationSyntax type, string old, string name)
    {
        var source = script.Source;
        if (source.Model.GetDeclaredSymbol(type) is not INamedTypeSymbol owner)
            return false;

        foreach (var tree in source.Model.Compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            foreach (var attribute in tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>())
            {
                if (!IsContract(attribute) || attribute.ArgumentList is not { Arguments: [{ Expression: var argument }, ..] }
                    || attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>(ancestor => !ancestor.AttributeLists.Contains(attribute.Parent)) is not { } holder)
                    continue;
                model ??= tree == source.Root.SyntaxTree ? source.Model : source.Model.Compilation.GetSemanticModel(tree);
                if (model.GetConstantValue(argument) is not { Value: string text } || text.Trim() != old || !IsOf(owner, model.GetDeclaredSymbol(holder) as INamedTypeSymbol))
                    continue;
                if (holder != type)
                    return false;
                script.Replace(argument.Span, "nameof(" + name + ")");
            }
        }

        return true;
    }

    private static bool IsContract(AttributeSyntax attribute)
    {
        var name = attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
        return name is "GuardedBy" or "GuardedByAttribute" or "RequiresLock" or "RequiresLockAttribute" or "MustHold" or "MustHoldAttribute";
    }

    /// <summary>A type's own members see its locks, and so do those of the types that derive from it.</summary>
    private static bool IsOf(INamedTypeSymbol owner, INamedTypeSymbol? holder)
    {
        for (var type = holder; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, owner))
                return true;
        }

        return false;
    }
}
