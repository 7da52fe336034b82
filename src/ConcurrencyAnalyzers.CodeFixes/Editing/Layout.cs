using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

/// <summary>
/// How a file is laid out, learned from the file itself: line ending, indentation, where braces stand. Fixes write
/// text, not formatted syntax, so what they do not touch stays as it was to the last blank.
/// </summary>
internal sealed class Layout
{
    private readonly SourceText _text;
    private readonly SyntaxNode _root;

    public Layout(SourceText text, SyntaxNode root)
    {
        _text = text;
        _root = root;
        NewLine = FindNewLine();
        Unit = FindUnit();
        BracesOnOwnLine = FindBraces();
    }

    public string NewLine { get; }

    /// <summary>One step of indentation.</summary>
    public string Unit { get; }

    public bool BracesOnOwnLine { get; }

    /// <summary>The blanks that begin the line of the position.</summary>
    public string IndentAt(int position)
    {
        var line = _text.Lines.GetLineFromPosition(position);
        var end = line.Start;
        while (end < line.End && _text[end] is ' ' or '\t')
            end++;
        return _text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    /// <summary>Whether nothing but blanks stands before the position on its line.</summary>
    public bool StartsLine(int position) =>
        IndentAt(position).Length == position - _text.Lines.GetLineFromPosition(position).Start;

    /// <summary>
    /// Where the line content that belongs to a node ends: behind a comment on the same line. Null when code follows.
    /// </summary>
    public int? EndOfLine(SyntaxNode node)
    {
        var end = node.Span.End;
        foreach (var trivia in node.GetTrailingTrivia())
        {
            if (trivia.IsKind(SyntaxKind.EndOfLineTrivia))
                return end;
            if (!trivia.IsKind(SyntaxKind.WhitespaceTrivia))
                end = trivia.Span.End;
        }

        return node.GetLastToken().GetNextToken().IsKind(SyntaxKind.EndOfFileToken) ? end : null;
    }

    /// <summary>Whether the nodes from first to last have their lines to themselves.</summary>
    public bool OwnLines(SyntaxNode first, SyntaxNode last) => StartsLine(first.SpanStart) && EndOfLine(last) is not null;

    public bool OnOneLine(TextSpan span) => _text.Lines.IndexOf(span.Start) == _text.Lines.IndexOf(span.End);

    /// <summary>Text with a header, a block and its content, each line begun with the indentation.</summary>
    public string Open(string header, string indent) => BracesOnOwnLine
        ? header + NewLine + indent + "{" + NewLine + indent + Unit
        : header + " {" + NewLine + indent + Unit;

    /// <summary>The brace behind a header that is there already, and the indentation of what follows.</summary>
    public string OpenBlock(string indent) => (BracesOnOwnLine ? NewLine + indent + "{" : " {") + NewLine + indent + Unit;

    public string Close(string indent) => NewLine + indent + "}";

    /// <summary>The text with a line added or left out before each of whose lines stands the blanks that the node's own lines begin with.</summary>
    public IEnumerable<int> LineStarts(TextSpan span)
    {
        var first = _text.Lines.IndexOf(span.Start) + 1;
        for (var index = first; index < _text.Lines.Count && _text.Lines[index].Start <= span.End; index++)
        {
            var line = _text.Lines[index];
            if (line.Span.Length > 0 && !InsideLiteral(line.Start) && _text[line.Start] != '#')
                yield return line.Start;
        }
    }

    /// <summary>A line that begins inside a string is part of its value and must not move.</summary>
    private bool InsideLiteral(int position)
    {
        var token = _root.FindToken(position);
        if (token.SpanStart >= position)
            return token.Parent is InterpolatedStringExpressionSyntax raw && raw.StringEndToken == token;
        return token.Kind() is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken
                or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.InterpolatedRawStringEndToken
                or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken
            && token.Span.End > position;
    }

    private string FindNewLine()
    {
        foreach (var line in _text.Lines)
        {
            if (line.EndIncludingLineBreak > line.End)
                return _text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
        }

        return "\n";
    }

    private string FindUnit()
    {
        foreach (var node in _root.DescendantNodes(child => child is not ExpressionSyntax))
        {
            if (node is not (StatementSyntax or MemberDeclarationSyntax) || node.Parent is not (BlockSyntax or TypeDeclarationSyntax or NamespaceDeclarationSyntax))
                continue;
            if (!StartsLine(node.SpanStart))
                continue;

            var outer = IndentAt(node.Parent.SpanStart);
            var inner = IndentAt(node.SpanStart);
            if (inner.Length > outer.Length && inner.StartsWith(outer, StringComparison.Ordinal))
                return inner.Substring(outer.Length);
        }

        return "    ";
    }

    private bool FindBraces()
    {
        int own = 0, same = 0;
        foreach (var node in _root.DescendantNodes(child => child is not ExpressionSyntax))
        {
            var brace = node switch
            {
                BlockSyntax block => block.OpenBraceToken,
                TypeDeclarationSyntax type => type.OpenBraceToken,
                _ => default,
            };
            if (brace.IsKind(SyntaxKind.None) || brace.IsMissing || OnOneLine(node.Span))
                continue;
            if (StartsLine(brace.SpanStart))
                own++;
            else
                same++;
        }

        return own >= same;
    }
}
