using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>
/// Whether a member that takes the gate, or is going to, can reach another that does: who holds a semaphore or a
/// reader-writer lock and takes it again waits for itself.
/// </summary>
internal static class Reentry
{
    private const int MostBodies = 200;

    public static bool IsPossible(SourceView source, Gate gate, IReadOnlyList<StateAccess> accesses)
    {
        var takers = new HashSet<SyntaxNode>(accesses.Select(access => access.Body).OfType<SyntaxNode>());
        foreach (var name in new HashSet<string>(accesses.Select(access => LastName(gate.For(access)))))
            takers.UnionWith(Takers(source.Root, name));
        return takers.Any(taker => Reaches(source, taker, takers));
    }

    private static IEnumerable<SyntaxNode> Takers(SyntaxNode root, string gate) =>
        root.DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Where(call => call.Expression is MemberAccessExpressionSyntax member && GateStyles.IsTake(member.Name.Identifier.ValueText) && LastName(member.Expression.ToString()) == gate)
            .Select(call => StateAccess.BodyOf(call))
            .OfType<SyntaxNode>();

    private static bool Reaches(SourceView source, SyntaxNode taker, HashSet<SyntaxNode> takers)
    {
        var seen = new HashSet<SyntaxNode>();
        var open = new Stack<SyntaxNode>();
        open.Push(taker);
        while (open.Count > 0 && seen.Count < MostBodies)
        {
            foreach (var callee in Callees(source, open.Pop()))
            {
                if (takers.Contains(callee))
                    return true;
                if (seen.Add(callee))
                    open.Push(callee);
            }
        }

        return open.Count > 0;
    }

    /// <summary>The bodies of this document that the code calls by name; a lambda runs when its owner pleases, so what it calls counts too.</summary>
    private static IEnumerable<SyntaxNode> Callees(SourceView source, SyntaxNode body)
    {
        foreach (var name in body.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (source.Model.GetSymbolInfo(name).Symbol is not (IMethodSymbol or IPropertySymbol) || source.Model.GetSymbolInfo(name).Symbol is not { } callee)
                continue;
            foreach (var reference in callee.DeclaringSyntaxReferences)
            {
                if (reference.SyntaxTree == source.Root.SyntaxTree)
                {
                    var declaration = reference.GetSyntax();
                    yield return declaration;
                    foreach (var accessor in declaration.ChildNodes().OfType<AccessorListSyntax>().SelectMany(list => list.Accessors))
                        yield return accessor;
                }
            }
        }
    }

    private static string LastName(string expression) => expression.Substring(expression.LastIndexOf('.') + 1);
}
