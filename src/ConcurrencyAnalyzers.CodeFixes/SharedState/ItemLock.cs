using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;
using ConcurrencyAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState;

/// <summary>
/// A collection that is kept under a key, or for each thread, and that several get hold of: the state has no name but that of a
/// local. Each of these collections is a lock for itself, and the one that all who use it have at hand.
/// </summary>
internal static class ItemLock
{
    public static EditScript? Plan(SourceView source, Finding finding)
    {
        if (finding[FixFacts.StateKind] == "local" || finding.Has(FixFacts.Guard) || finding.Has(FixFacts.Elsewhere))
            return null;
        var accesses = new List<StateAccess>();
        foreach (var span in finding.Accesses.Distinct().OrderBy(span => span.Start))
        {
            if (At(source, span, finding[FixFacts.State]) is not { } access)
                return null;
            if (accesses.All(other => other.Reference != access.Reference))
                accesses.Add(access);
        }

        return accesses.Count == 0 ? null : LockPlanner.Plan(source, finding, accesses, Gate.OfItself(), acrossAwait: false);
    }

    /// <summary>The use of an item by way of a local that is given nothing else.</summary>
    private static StateAccess? At(SourceView source, TextSpan span, string? state)
    {
        if (span.IsEmpty || span.End > source.Root.FullSpan.End || source.Root.FindNode(span, getInnermostNodeForTie: true) is not { } node
            || node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(name => span.Contains(name.Span)).ToArray() is not [var first, ..] names
            || names.Any(name => name.Identifier.ValueText == state) || source.Model.GetSymbolInfo(first).Symbol is not (ILocalSymbol or IParameterSymbol { RefKind: RefKind.None })
            || IsAssignedInPassing(source.Model.GetSymbolInfo(first).Symbol!) || source.Model.GetTypeInfo(first).Type is not INamedTypeSymbol { TypeKind: TypeKind.Class, ContainingType: null, Name: not "LinkedListNode" } type || type.ContainingNamespace?.ToDisplayString() != "System.Collections.Generic")
            return null;
        return GateNames.ScopeOf(first).DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == first.Identifier.ValueText && QueryMerge.IsChanged(name) && !IsGiven(name))
            ? null
            : StateAccess.One(source, span, first.Identifier.ValueText);
    }

    /// <summary>A look-up that puts the item into the variable.</summary>
    private static bool IsGiven(IdentifierNameSyntax name) => name.Parent is ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword };

    /// <summary><c>var items = _items ??= new();</c>: two who make one each have two locks.</summary>
    private static bool IsAssignedInPassing(ISymbol local) =>
        local.DeclaringSyntaxReferences is [var reference] && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value } && value.DescendantNodesAndSelf().OfType<AssignmentExpressionSyntax>().Any();
}
