using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.Engine.Atomicity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;

/// <summary>
/// What was not there is made without the lock and put in under it: whoever comes second looks again and takes the way of those who
/// found one. What he made is lost, as nobody knows of it.
/// </summary>
internal static class SecondLook
{
    public static EditScript? Plan(StepPair pair)
    {
        if (pair.Gap != Gap.Released || pair.Check is not InvocationExpressionSyntax { ArgumentList.Arguments: [var asked, ..] } check || StepPair.Target(check) is not var (collection, name)
            || name is not ("TryGetValue" or "ContainsKey") || check.Parent is not IfStatementSyntax { Else: null } first || !RetryLoop.AlwaysLeaves(first.Statement) || pair.HasComments(first)
            || Put(pair) is not var (target, key) || !StepPair.Same(target, collection) || !StepPair.Same(asked.Expression, key) || !StepPair.IsStable(key)
            || pair.Act.FirstAncestorOrSelf<StatementSyntax>() is not { Parent: BlockSyntax region } act || check.SpanStart > act.SpanStart || IsNameChanged(pair, key, first, act))
            return null;
        var place = region.Parent is LockStatementSyntax or TryStatementSyntax ? region.Statements[0] : act;
        var layout = pair.Source.Layout;
        if (!layout.StartsLine(place.SpanStart) || !layout.OwnLines(first, first) || Moved(pair.Source, first, layout.IndentAt(place.SpanStart)) is not { } again)
            return null;
        var script = new EditScript(pair.Source, "Look again under the lock");
        script.Insert(place.SpanStart, again + layout.NewLine + layout.IndentAt(place.SpanStart));
        return script;
    }

    /// <summary>The collection and the key of an act that puts an entry in.</summary>
    private static (ExpressionSyntax Collection, ExpressionSyntax Key)? Put(StepPair pair) => pair.Act switch
    {
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [var key], Parent: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment } entry when assignment.Left == entry => (entry.Expression, key.Expression),
        InvocationExpressionSyntax { ArgumentList.Arguments: [var key, _] } call when StepPair.Target(call) is var (collection, name) && name == "Add" => (collection, key.Expression),
        _ => null,
    };

    private static bool IsNameChanged(StepPair pair, ExpressionSyntax key, StatementSyntax first, StatementSyntax act) =>
        QueryMerge.AnyChanges(key, pair.Source.Root.DescendantNodes(TextSpan.FromBounds(first.Span.End, act.Span.End)).Where(node => node.SpanStart > first.Span.End));

    /// <summary>The text of a statement at another depth; null where a line of it is laid out otherwise.</summary>
    private static string? Moved(SourceView source, StatementSyntax statement, string indent)
    {
        var (own, line) = (source.Layout.IndentAt(statement.SpanStart), source.Layout.NewLine);
        var lines = source.Text.ToString(statement.Span).Split([line], StringSplitOptions.None);
        return lines.Skip(1).All(text => text.StartsWith(own, StringComparison.Ordinal))
            ? string.Join(line + indent, lines.Select((text, index) => index == 0 ? text : text.Substring(own.Length)))
            : null;
    }
}
