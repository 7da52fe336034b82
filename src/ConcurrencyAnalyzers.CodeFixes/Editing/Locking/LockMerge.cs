using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>
/// Makes one region of a new locked region and its neighbour on the same lock: <c>lock (g) { a(); } lock (g) { b(); }</c>
/// is what comes of two states that are touched one after the other, and nobody would write it. A region inside another on
/// the same lock is none.
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
            if (IsInside(second, inserted))
                Unwrap(script, second);
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
        if (first.Statement is not BlockSyntax { Statements: { Count: > 0 } earlier } || second.Statement is not BlockSyntax { Statements: { Count: > 0 } later } block)
            return;
        if (layout.OnOneLine(TextSpan.FromBounds(first.SpanStart, second.Span.End)))
        {
            var seam = TextSpan.FromBounds(earlier.Last().Span.End, later[0].SpanStart);
            if (!HasComment(script, seam))
                script.Replace(seam, " ");
            return;
        }

        if (!layout.OwnLines(earlier[0], earlier.Last()) || !layout.OwnLines(later[0], later.Last()) || !layout.StartsLine(second.SpanStart))
            return;

        // Comments and blank lines between the two were put there on purpose.
        var last = earlier.Last();
        var between = TextSpan.FromBounds(last.Span.End, block.OpenBraceToken.Span.End);
        var start = layout.EndOfLine(last)!.Value;
        var gap = script.Source.Text.ToString(TextSpan.FromBounds(start, block.OpenBraceToken.Span.End));
        var lines = gap.Split('\n').Length - 1;
        var expected = 2 + (layout.StartsLine(block.OpenBraceToken.SpanStart) ? 1 : 0);
        if (lines == expected && !HasComment(script, TextSpan.FromBounds(start, between.End)))
            script.Replace(TextSpan.FromBounds(start, block.OpenBraceToken.Span.End), "");
    }

    /// <summary>Whether the same code runs inside a region on the same lock already, and one of the two is new.</summary>
    private static bool IsInside(LockStatementSyntax inner, IReadOnlyList<TextSpan> inserted) => inner.Ancestors()
        .TakeWhile(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax)).OfType<LockStatementSyntax>()
        .Any(outer => SyntaxFactory.AreEquivalent(outer.Expression, inner.Expression) && outer.Statement.Span.Contains(inner.Span) && (IsNew(outer, inserted) || IsNew(inner, inserted)));

    private static void Unwrap(EditScript script, LockStatementSyntax inner)
    {
        var (layout, lines) = (script.Source.Layout, script.Source.Text.Lines);
        if (inner is not { Parent: BlockSyntax, Statement: BlockSyntax { Statements: { Count: > 0 } statements } block } || !layout.OwnLines(inner, inner) || !layout.OwnLines(statements[0], statements.Last())
            || !layout.StartsLine(block.CloseBraceToken.SpanStart) || inner.ContainsDirectives || layout.EndOfLine(inner) != inner.Span.End)
            return;
        var content = TextSpan.FromBounds(statements[0].SpanStart, layout.EndOfLine(statements.Last())!.Value);
        if (HasComment(script, TextSpan.FromBounds(inner.SpanStart, content.Start)) || HasComment(script, TextSpan.FromBounds(content.End, inner.Span.End)))
            return;
        script.Replace(TextSpan.FromBounds(lines.GetLineFromPosition(inner.SpanStart).Start, lines.GetLineFromPosition(content.Start).Start), "");
        script.Outdent(content);
        script.Replace(TextSpan.FromBounds(content.End, inner.Span.End), "");
    }

    private static bool HasComment(EditScript script, TextSpan span) => script.Source.Root.DescendantTrivia(span).Any(trivia => span.Contains(trivia.Span)
        && trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia));
}
