using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>
/// Calls of helpers that come to the state and leave its lock to their callers. Where a caller is given the lock for what it does
/// itself, it has to hold it for them as well.
/// </summary>
internal static class HelperCalls
{
    private const int MostBodies = 50;

    /// <summary>The calls that stand, without the gate, in the bodies of the accesses.</summary>
    public static List<StateAccess> Of(SourceView source, IReadOnlyList<StateAccess> accesses, Func<StateAccess, string, bool> isUnder, Gate gate)
    {
        var calls = new List<StateAccess>();
        if (accesses.Any(static access => access.Receiver is not null) || accesses[0].Symbol is not IFieldSymbol)
            return calls;
        foreach (var body in accesses.Select(static access => access.Body).OfType<SyntaxNode>().Distinct())
        {
            foreach (var (call, callee) in CallsIn(source, body))
            {
                var uses = UsesOf(source, callee, accesses, use => isUnder(use, gate.For(use)));
                if (uses.Count == 0 || accesses.Any(access => access.Whole.Span.Contains(call.Span)))
                    continue;
                var access = new StateAccess(call.Expression, call, accesses[0].Symbol, accesses[0].Type, uses.Exists(static use => use.Writes), uses.Exists(static use => use.Reads)) { IsByHelper = true };
                if (!isUnder(access, gate.For(access)))
                    calls.Add(access);
            }
        }

        return calls;
    }

    /// <summary>Whether the call of a helper is short work.</summary>
    public static bool IsShort(SourceView source, InvocationExpressionSyntax call) => CalleeOf(source, call) is { } callee && !Work.IsForeignIn(source.Model, callee);

    /// <summary>The uses of the state that the helper, and the helpers that it calls, make without the gate.</summary>
    private static List<StateAccess> UsesOf(SourceView source, SyntaxNode callee, IReadOnlyList<StateAccess> accesses, Predicate<StateAccess> isUnder)
    {
        var (seen, open, uses) = (new HashSet<SyntaxNode> { callee }, new Stack<SyntaxNode>([callee]), new List<StateAccess>());
        while (open.Count > 0)
        {
            var body = open.Pop();
            foreach (var name in Work.Own(body).OfType<IdentifierNameSyntax>())
            {
                if (name.Identifier.ValueText == accesses[0].Symbol.Name && SymbolEqualityComparer.Default.Equals(source.Model.GetSymbolInfo(name).Symbol, accesses[0].Symbol)
                    && StateAccess.One(source, name.Span, name.Identifier.ValueText) is { } use && accesses.All(access => access.Reference != use.Reference) && !isUnder(use))
                    uses.Add(use);
            }

            foreach (var (_, next) in CallsIn(source, body))
                if (seen.Count < MostBodies && seen.Add(next))
                    open.Push(next);
        }

        return uses;
    }

    /// <summary>The calls that run with the body, of methods of the same object whose code is known.</summary>
    private static IEnumerable<(InvocationExpressionSyntax Call, SyntaxNode Callee)> CallsIn(SourceView source, SyntaxNode body) =>
        from call in Work.Own(body).OfType<InvocationExpressionSyntax>()
        let callee = CalleeOf(source, call)
        where callee is not null && !body.Span.Contains(callee.Span)
        select (call, callee);

    private static SyntaxNode? CalleeOf(SourceView source, InvocationExpressionSyntax call) =>
        call.Expression is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }
        && source.Model.GetSymbolInfo(call).Symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsVirtual: false, IsOverride: false, IsAbstract: false, DeclaringSyntaxReferences: [var reference] }
        && reference.SyntaxTree == source.Root.SyntaxTree
            ? reference.GetSyntax()
            : null;
}
