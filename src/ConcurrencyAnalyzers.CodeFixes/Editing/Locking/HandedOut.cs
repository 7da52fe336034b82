using ConcurrencyAnalyzers.CodeFixes.Editing.Publishing;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using ConcurrencyAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>Members that hand a collection out as it is: once it has a lock, they have to hand out a copy that is made inside.</summary>
internal static class HandedOut
{
    /// <summary>The lock around the accesses, and around what hands the state out; null where that cannot be copied.</summary>
    public static EditScript? Plan(SourceView source, Finding finding, IReadOnlyList<StateAccess> accesses)
    {
        // A lock that is there already was so with these members, and they have findings of their own.
        var returned = finding.Has(FixFacts.Guard) ? [] : Returned(source, accesses);
        if (returned.Count == 0)
            return LockPlanner.Plan(source, finding);
        if (LockPlanner.Plan(source, finding with { Accesses = finding.Accesses.AddRange(returned.Select(static value => value.Span)) }) is not { } script)
            return null;
        foreach (var value in returned)
        {
            if (Snapshot.Of(script, value) is not var (span, text))
                return null;
            script.Replace(span, text);
        }

        return script;
    }

    private static List<ExpressionSyntax> Returned(SourceView source, IReadOnlyList<StateAccess> accesses)
    {
        var state = accesses[0];
        if (state.Symbol is not IFieldSymbol { DeclaredAccessibility: Accessibility.Private } || !HasItems(state.Type) || state.Reference.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
            return [];
        var touched = new HashSet<ISymbol>(accesses.Select(access => source.Model.GetEnclosingSymbol(access.Span.Start)).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        return
        [
            .. from node in type.DescendantNodes()
               let value = node switch { ReturnStatementSyntax statement => statement.Expression, ArrowExpressionClauseSyntax arrow => arrow.Expression, _ => null }
               where value is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }
                  && SymbolEqualityComparer.Default.Equals(source.Model.GetSymbolInfo(value).Symbol, state.Symbol)
                  && source.Model.GetEnclosingSymbol(value.SpanStart) is { DeclaredAccessibility: not Accessibility.Private }
                  && !Runs(source, node, accesses, touched)
               select value,
        ];
    }

    /// <summary>The member runs what the accesses stand in: it hands out what they have made when they are done.</summary>
    private static bool Runs(SourceView source, SyntaxNode returned, IReadOnlyList<StateAccess> accesses, HashSet<ISymbol> touched) =>
        returned.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        && (accesses.Any(access => member.Span.Contains(access.Span) && access.Body != StateAccess.BodyOf(returned))
            || member.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => source.Model.GetSymbolInfo(name).Symbol is { } named && touched.Contains(named)));

    private static bool HasItems(ITypeSymbol type) => type.ContainingNamespace?.ToDisplayString() is not ("System.Collections.Immutable" or "System.Collections.Frozen")
        && (type is IArrayTypeSymbol || type.SpecialType != SpecialType.System_String && type.AllInterfaces.Any(static part => part.SpecialType == SpecialType.System_Collections_IEnumerable));
}
