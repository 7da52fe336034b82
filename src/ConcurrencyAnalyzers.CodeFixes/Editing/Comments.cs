using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>Comments inside of what is replaced by something shorter: they go above it, for they are never lost.</summary>
internal static class Comments
{
    /// <summary>Puts the text in the place of statements, and their comments above it; false where there is no line for those.</summary>
    /// <param name="rewritten">Parts that the text has as they are, comments included.</param>
    public static bool ReplaceKeeping(EditScript script, TextSpan span, string text, params SyntaxNode[] rewritten)
    {
        var (source, layout) = (script.Source, script.Source.Layout);
        var kept = Inside(source.Root, span).Where(comment => !Array.Exists(rewritten, part => part.Span.Contains(comment.Span))).ToList();
        if (kept.Count > 0)
        {
            if (!layout.StartsLine(span.Start) || kept.Any(static comment => comment.IsDirective || comment.HasStructure) || source.Root.FindToken(span.Start).Parent?.FirstAncestorOrSelf<StatementSyntax>()?.Parent is not (BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax))
                return false;
            text = string.Concat(kept.Select(comment => comment.ToString() + layout.NewLine + layout.IndentAt(span.Start))) + text;
        }

        script.Replace(span, text);
        return true;
    }

    private static List<SyntaxTrivia> Inside(SyntaxNode root, TextSpan span) =>
        [.. root.DescendantTrivia(span).Where(trivia => span.Contains(trivia.Span) && trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia))];
}
