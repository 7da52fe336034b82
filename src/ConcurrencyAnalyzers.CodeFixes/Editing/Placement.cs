using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>Puts whole statements before, behind, or at the end of others.</summary>
internal static class Placement
{
    /// <summary>The statement goes above the other and above the comment on it.</summary>
    public static void Before(EditScript script, StatementSyntax place, string statement)
    {
        var source = script.Source;
        if (!source.Layout.StartsLine(place.SpanStart))
        {
            script.Insert(place.SpanStart, OneLine(statement) + " ");
            return;
        }

        script.Insert(CommentStart(source.Text, place), Indented(source.Layout, statement, source.Layout.IndentAt(place.SpanStart)) + source.Layout.NewLine);
    }

    public static void After(EditScript script, StatementSyntax place, string statement)
    {
        var layout = script.Source.Layout;
        if (layout.StartsLine(place.SpanStart) && layout.EndOfLine(place) is { } end)
            script.Insert(end, layout.NewLine + Indented(layout, statement, layout.IndentAt(place.SpanStart)));
        else
            script.Insert(place.Span.End, " " + OneLine(statement));
    }

    /// <summary>Takes a statement, with the comment above it, and puts it behind another one of the same list.</summary>
    public static bool MoveBehind(EditScript script, StatementSyntax moved, StatementSyntax place)
    {
        var (text, layout) = (script.Source.Text, script.Source.Layout);
        if (!layout.OwnLines(moved, moved) || layout.EndOfLine(place) is not { } end || moved.ContainsDirectives || place.ContainsDirectives)
            return false;

        var start = CommentStart(text, moved);
        script.Replace(TextSpan.FromBounds(start, text.Lines.GetLineFromPosition(moved.Span.End).EndIncludingLineBreak), "");
        script.InsertMoved(end, layout.NewLine, TextSpan.FromBounds(start, layout.EndOfLine(moved)!.Value), "");
        return true;
    }

    /// <summary>Behind the last statement that runs on; a jump out of the block and local functions stay last.</summary>
    public static bool AtEnd(EditScript script, StatementList list, int behind, string statement)
    {
        var last = list.Count - 1;
        while (last > behind && list[last] is LocalFunctionStatementSyntax)
            last--;
        var jumps = last > behind && list[last] is ReturnStatementSyntax or BreakStatementSyntax or ContinueStatementSyntax or ThrowStatementSyntax or GotoStatementSyntax;
        if (list.Skip(behind + 1).Take(last - behind - (jumps ? 1 : 0)).Any(Leaves))
            return false;

        if (jumps)
            Before(script, list[last], statement);
        else
            After(script, list[last], statement);
        return true;
    }

    /// <summary>Gives a lone statement the braces that a second one needs.</summary>
    public static bool Embrace(EditScript script, StatementSyntax embedded)
    {
        if (!CanEmbrace(script.Source.Layout, embedded))
            return false;

        var layout = script.Source.Layout;
        var outer = script.IndentAt(embedded.Parent!.SpanStart);
        script.Insert(embedded.GetFirstToken().GetPreviousToken().Span.End, layout.BracesOnOwnLine ? layout.NewLine + outer + "{" : " {");
        script.Insert(layout.EndOfLine(embedded)!.Value, layout.NewLine + outer + "}");
        return true;
    }

    public static bool CanEmbrace(Layout layout, StatementSyntax embedded) =>
        embedded.Parent is not null && layout.OwnLines(embedded, embedded)
        && embedded.GetFirstToken().GetPreviousToken().TrailingTrivia.Concat(embedded.GetLeadingTrivia())
            .All(trivia => trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia);

    /// <summary>Whether the statement may end the block before what is put at its end.</summary>
    public static bool Leaves(StatementSyntax statement) => statement is not LocalFunctionStatementSyntax && Work.Own(statement).Any(node => node is ReturnStatementSyntax
        || node is BreakStatementSyntax or ContinueStatementSyntax && !node.Ancestors().TakeWhile(ancestor => ancestor != statement.Parent)
            .Any(ancestor => ancestor is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or SwitchStatementSyntax));

    /// <summary>Statements of several lines are written with '\n' and blanks of the fix's own; the file's are put in.</summary>
    private static string Indented(Layout layout, string statement, string indent) =>
        string.Join(layout.NewLine, statement.Split('\n').Select(line => line.Length == 0 ? line : indent + line.Replace("\t", layout.Unit)));

    private static string OneLine(string statement) => string.Join(" ", statement.Split('\n').Select(line => line.Trim()));

    /// <summary>The start of the statement's first line, or of the comment right above it.</summary>
    public static int CommentStart(SourceText text, StatementSyntax statement)
    {
        var first = text.Lines.IndexOf(statement.SpanStart);
        foreach (var trivia in statement.GetLeadingTrivia().Reverse())
        {
            if (trivia.IsDirective)
                break;
            if (trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia)
                continue;
            if (text.Lines.IndexOf(trivia.Span.End) < first - 1)
                break;
            first = text.Lines.IndexOf(trivia.SpanStart);
        }

        return text.Lines[first].Start;
    }
}
