using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.Mutation;

/// <summary>Where in the whole project a method is named.</summary>
internal sealed class CallIndex(CapturedProject project)
{
    private readonly Lazy<ILookup<string, SimpleNameSyntax>> _names = new(() => project.Compilation.SyntaxTrees
        .SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        .ToLookup(static name => name.Identifier.ValueText, StringComparer.Ordinal));

    private readonly Dictionary<IMethodSymbol, (SemanticModel Model, SimpleNameSyntax Name, MemberDeclarationSyntax Member)[]> _uses = new(SymbolEqualityComparer.Default);

    /// <summary>Nothing outside the project can call it.</summary>
    public static bool IsClosed(IMethodSymbol method)
    {
        for (ISymbol? part = method; part is not null and not INamespaceSymbol; part = part.ContainingSymbol)
            if (part.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
                return method.ExplicitInterfaceImplementations.IsEmpty && !ImplementsInterface(method);
        return false;
    }

    /// <summary>Uses of a method in members of other types.</summary>
    public IReadOnlyList<(SemanticModel Model, SimpleNameSyntax Name, MemberDeclarationSyntax Member)> UsesOutside(IMethodSymbol method, INamedTypeSymbol type) =>
        _uses.TryGetValue(method, out var known) ? known : _uses[method] = [.. Search(method, type)];

    private IEnumerable<(SemanticModel Model, SimpleNameSyntax Name, MemberDeclarationSyntax Member)> Search(IMethodSymbol method, INamedTypeSymbol type)
    {
        if (method.DeclaredAccessibility == Accessibility.Private)
            yield break;
        foreach (var name in _names.Value[method.Name])
        {
            if (name.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not (BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax)) is not { } member)
                continue;
            var model = project.Compilation.GetSemanticModel(name.SyntaxTree);
            if (model.GetSymbolInfo(name).Symbol is IMethodSymbol called && SymbolEqualityComparer.Default.Equals((called.ReducedFrom ?? called).OriginalDefinition, method.OriginalDefinition)
                && (!SymbolEqualityComparer.Default.Equals(model.GetEnclosingSymbol(name.SpanStart)?.ContainingType?.OriginalDefinition, type) || name.Parent is MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } access && access.Name == name && !method.IsStatic))
                yield return (model, name, member);
        }
    }

    private static bool ImplementsInterface(IMethodSymbol method) => method.ContainingType.AllInterfaces
        .SelectMany(part => part.GetMembers(method.Name))
        .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));
}
