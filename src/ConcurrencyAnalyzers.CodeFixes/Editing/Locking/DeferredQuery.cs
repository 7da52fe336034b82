using ConcurrencyAnalyzers.CodeFixes.Editing.Publishing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>A query that is handed out runs when its taker walks it, behind the lock: it has to be run inside.</summary>
internal static class DeferredQuery
{
    /// <summary>The script with its queries run where the lock is held; null where one of them cannot be.</summary>
    public static EditScript? RunInside(EditScript? script, IReadOnlyList<StateAccess> accesses)
    {
        if (script is null)
            return null;
        foreach (var query in accesses.Select(access => Returned(script.Source.Model, access.Reference)).OfType<ExpressionSyntax>().Distinct())
        {
            if (Snapshot.Of(script, query) is not var (span, text))
                return null;
            script.Replace(span, text);
        }

        return script;
    }

    private static ExpressionSyntax? Returned(SemanticModel model, ExpressionSyntax source)
    {
        var query = source;
        while (query.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member && member.Expression == query)
        {
            if (model.GetSymbolInfo(call).Symbol is not IMethodSymbol { ContainingType: { Name: "Enumerable", ContainingNamespace: var space } } method || space.ToDisplayString() != "System.Linq"
                || method.ReturnType is not INamedTypeSymbol { TypeKind: TypeKind.Interface, Name: "IEnumerable" or "IOrderedEnumerable" })
                return null;
            query = call;
        }

        return query != source && query.Parent is ReturnStatementSyntax or ArrowExpressionClauseSyntax ? query : null;
    }
}
