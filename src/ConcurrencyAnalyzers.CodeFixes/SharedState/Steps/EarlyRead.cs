using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;

/// <summary>
/// A read that is made before the lock is taken under which its result is written: the lock is taken before the read,
/// where what stands between is short work.
/// </summary>
internal static class EarlyRead
{
    public static EditScript? Plan(StepPair pair)
    {
        if (pair.Check is not { } read || pair.Act.FirstAncestorOrSelf<LockStatementSyntax>() is not { Parent: BlockSyntax block } region
            || block.Statements.FirstOrDefault(statement => statement.Span.Contains(read.Span)) is not { } first || first == region)
            return null;

        var (source, layout, text) = (pair.Source, pair.Source.Layout, pair.Source.Text);
        var list = StatementList.Of(block.Statements);
        var (from, to) = (block.Statements.IndexOf(first), block.Statements.IndexOf(region));
        if (from > to || !block.Statements.Skip(from).Take(to - from).All(statement => IsShort(source, statement, read)) || region.Ancestors().Any(node => node is LockStatementSyntax)
            || !layout.OwnLines(first, block.Statements[to - 1]) || !layout.OwnLines(region, region) || block.Statements.Skip(from).Take(to - from + 1).Any(static statement => statement.ContainsDirectives)
            || HasComment(TextSpan.FromBounds(block.Statements[to - 1].Span.End, ContentStart(region))) || Outliving.Of(source, list, from, to) is not { } outliving)
            return null;

        var script = new EditScript(source, $"Take '{region.Expression}' before the read");
        var indent = layout.IndentAt(first.SpanStart);
        script.Insert(first.SpanStart, string.Concat(outliving.Select(variable => variable.Text + layout.NewLine + indent)) + layout.Open($"lock ({region.Expression})", indent));
        foreach (var variable in outliving)
            script.Replace(variable.Away, "");
        script.Shift(TextSpan.FromBounds(first.SpanStart, block.Statements[to - 1].Span.End));

        var start = text.Lines.GetLineFromPosition(region.SpanStart);
        var content = text.Lines.GetLineFromPosition(ContentStart(region));
        if (region.Statement is BlockSyntax { Statements: [var one, ..] inner } && text.Lines.IndexOf(one.SpanStart) == start.LineNumber)
        {
            // All on one line, as it seems.
            var tail = TextSpan.FromBounds(inner.Last().Span.End, region.Span.End);
            if (source.Root.DescendantTrivia(tail).Any(trivia => tail.Contains(trivia.Span) && trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia)))
                return null;
            script.Replace(TextSpan.FromBounds(region.SpanStart, one.SpanStart), layout.Unit);
            script.Replace(tail, "");
            script.Insert(layout.EndOfLine(region)!.Value, layout.Close(indent));
            return script;
        }

        if (region.Statement is BlockSyntax)
        {
            script.Replace(TextSpan.FromBounds(start.Start, content.Start), "");
            return script;
        }

        script.Replace(TextSpan.FromBounds(region.SpanStart, region.Statement.SpanStart), layout.Unit);
        script.Insert(layout.EndOfLine(region)!.Value, layout.Close(indent));
        return script;

        bool HasComment(TextSpan span) => source.Root.DescendantTrivia(span).Any(trivia => span.Contains(trivia.Span) && text.Lines.IndexOf(trivia.SpanStart) > text.Lines.IndexOf(span.Start)
            && trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia));
    }

    /// <summary>Where the guarded code begins, on a line of its own if it is a block's.</summary>
    private static int ContentStart(LockStatementSyntax region) =>
        region.Statement is BlockSyntax { Statements: [var first, ..] } ? first.SpanStart : region.Statement.SpanStart;

    private static bool IsShort(SourceView source, StatementSyntax statement, ExpressionSyntax read) => !Work.Own(statement).Any(node => node != read && Work.IsForeign(source.Model, node))
        && !statement.DescendantNodesAndSelf().Any(static node => node is UsingStatementSyntax or TryStatementSyntax or LabeledStatementSyntax or GotoStatementSyntax or LockStatementSyntax or LocalFunctionStatementSyntax or YieldStatementSyntax);
}
