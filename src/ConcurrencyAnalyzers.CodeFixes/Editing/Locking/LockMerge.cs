using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>
/// Makes one region of a new locked region and its neighbour on the same lock: <c>lock (g) { a(); } lock (g) { b(); }</c>
/// is what comes of two states that are touched one after the other, and nobody would write it.
/// </summary>
internal static class LockMerge
{
    /// <param name="source">The text after the edits.</param>
    /// <param name="inserted">The edits' own text in it.</param>
    public static EditScript? Plan(SourceView source, IReadOnlyList<TextSpan> inserted)
    {
        var script = new EditScript(source, "Merge locked regions");
        foreach (var second in source.Root.DescendantNodes().OfType<LockStatementSyntax>())
        {
            if (Before(second) is { } first && (IsNew(first, inserted) || IsNew(second, inserted)))
                Merge(script, first, second);
        }

        return script.IsEmpty ? null : script;
    }

    private static LockStatementSyntax? Before(LockStatementSyntax second)
    {
        var list = StatementList.Around(second);
        var index = list.FindIndex(statement => statement == second);
        return index > 0 && list[index - 1] is LockStatementSyntax first && SyntaxFactory.AreEquivalent(first.Expression, second.Expression) ? first : null;
    }

    private static bool IsNew(LockStatementSyntax statement, IReadOnlyList<TextSpan> inserted) => inserted.Any(span => span.Contains(statement.LockKeyword.Span));

    private static void Merge(EditScript script, LockStatementSyntax first, LockStatementSyntax second)
    {
        var layout = script.Source.Layout;
        if (first.Statement is not BlockSyntax { Statements: { Count: > 0 } earlier } || second.Statement is not BlockSyntax { Statements: { Count: > 0 } later } block
            || !layout.OwnLines(earlier[0], earlier.Last()) || !layout.OwnLines(later[0], later.Last()) || !layout.StartsLine(second.SpanStart))
            return;

        // Comments and blank lines between the two were put there on purpose.
        var last = earlier.Last();
        var between = TextSpan.FromBounds(last.Span.End, block.OpenBraceToken.Span.End);
        var start = layout.EndOfLine(last)!.Value;
        var gap = script.Source.Text.ToString(TextSpan.FromBounds(start, block.OpenBraceToken.Span.End));
        var lines = gap.Split('\n').Length - 1;
        var expected = 2 + (layout.StartsLine(block.OpenBraceToken.SpanStart) ? 1 : 0);
        var hasComment = script.Source.Root.DescendantTrivia(between).Any(trivia => between.Contains(trivia.Span) && trivia.SpanStart >= start
            && trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia));
        if (lines == expected && !hasComment)
            script.Replace(TextSpan.FromBounds(start, block.OpenBraceToken.Span.End), "");
    }
}
