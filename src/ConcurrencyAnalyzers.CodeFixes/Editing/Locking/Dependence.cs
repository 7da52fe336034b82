using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>Which accesses must stay in one locked region: an act on what an earlier read has found out.</summary>
internal static class Dependence
{
    public static bool Links(
        StatementList list, int first, int last, IReadOnlyList<StateAccess> earlier, int next, IReadOnlyList<StateAccess> later)
    {
        // What was taken or counted by an atomic step of its own is settled; only a look at the state goes stale.
        if (!earlier.Any(access => access.Reads && !access.Writes))
            return false;
        var acts = later.Any(access => access.Writes);
        var isObject = !StateAccess.IsPlainValue(later[0].Type);
        if (!acts && !isObject)
            return false;

        if (acts && Enumerable.Range(first, last - first + 1).Any(index => list[index] is IfStatementSyntax check
            && earlier.Any(access => check.Condition.Span.Contains(access.Reference.Span)) && Leaves(check)))
            return true;

        var known = new HashSet<string>();
        for (var index = first; index < next; index++)
        {
            var holdsRead = earlier.Any(access => list[index].Span.Contains(access.Reference.Span));
            if (holdsRead || Mentions(list[index], known))
                known.UnionWith(Assigned(list[index]));
        }

        return known.Count > 0 && Mentions(list[next], known);
    }

    private static bool Leaves(IfStatementSyntax check) =>
        Work.Own(check.Statement).Any(node => node is ReturnStatementSyntax or ThrowStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax);

    private static bool Mentions(SyntaxNode node, HashSet<string> names) =>
        names.Count > 0 && node.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => names.Contains(name.Identifier.ValueText));

    /// <summary>The locals that get a value in the statement.</summary>
    private static IEnumerable<string> Assigned(StatementSyntax statement)
    {
        foreach (var node in Work.Own(statement))
        {
            switch (node)
            {
                case VariableDeclaratorSyntax declarator:
                    yield return declarator.Identifier.ValueText;
                    break;
                case SingleVariableDesignationSyntax designation:
                    yield return designation.Identifier.ValueText;
                    break;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax target }:
                    yield return target.Identifier.ValueText;
                    break;
                case ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax target }:
                    yield return target.Identifier.ValueText;
                    break;
            }
        }
    }
}
