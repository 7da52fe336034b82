using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>
/// <c>if (check) { act(); work(); }</c>, where check and act must be one step and the work must not be under the lock:
/// <c>bool condition; lock (…) { condition = check; if (condition) { act(); } } if (condition) { work(); }</c>.
/// </summary>
internal sealed class SplitIf(SourceView source, LockWriter writer)
{
    private Layout Layout => source.Layout;

    private EditScript Script => writer.Script;

    public bool Plan(StatementList list, int index, IfStatementSyntax statement, IReadOnlyList<StateAccess> head, IReadOnlyList<StateAccess> accesses)
    {
        if (list.IsEmbedded || statement.Else is not null || statement.Statement is not BlockSyntax { Statements: { Count: > 1 } statements } block
            || statement.ContainsDirectives || !Layout.OwnLines(statement, statement) || !Layout.OwnLines(statements[0], statements.Last()))
            return false;

        var inner = StatementList.Of(statements);
        var last = inner.Count - 1;
        while (last >= 0 && !accesses.Any(access => inner[last].Span.Contains(access.Reference.Span)))
            last--;
        if (last < 0 || last == inner.Count - 1 || Enumerable.Range(0, last + 1).Any(step => Work.IsForeignIn(source.Model, inner[step]))
            || Work.IsForeignIn(source.Model, statement.Condition) || statement.Condition.DescendantNodes().Any(node => node is SingleVariableDesignationSyntax)
            || HasComments(TextSpan.FromBounds(statement.SpanStart, statement.Condition.SpanStart))
            || HasComments(TextSpan.FromBounds(statement.Condition.Span.End, inner[0].SpanStart))
            || writer.Declarations(inner, 0, last) is not { } declarations)
            return false;

        Write(statement, inner, last, head[0], declarations);
        return true;
    }

    private void Write(IfStatementSyntax statement, StatementList inner, int last, StateAccess access, List<LockWriter.Moved> declarations)
    {
        var name = writer.NewName(statement, "condition");
        var region = writer.Region(access, TextSpan.FromBounds(statement.SpanStart, inner[last].Span.End));
        var indent = Script.IndentAt(statement.SpanStart);
        var deeper = indent + Layout.Unit;
        var newLine = Layout.NewLine + indent;
        var before = "bool " + name + ";" + newLine;
        foreach (var declaration in declarations)
        {
            Script.Replace(declaration.Away, "");
            before += Initialised(declaration, statement.SpanStart) + newLine;
        }

        Script.Replace(TextSpan.FromBounds(statement.SpanStart, statement.Condition.SpanStart), before + region.Open(Layout, indent) + name + " = ");
        Script.Replace(
            TextSpan.FromBounds(statement.Condition.Span.End, inner[0].SpanStart),
            ";" + Layout.NewLine + deeper + Layout.Open("if (" + name + ")", deeper));

        var end = Layout.EndOfLine(inner[last])!.Value;
        Script.Shift(TextSpan.FromBounds(inner[0].SpanStart, end));
        var rest = Layout.Close(deeper) + region.Close(Layout, indent) + newLine + "if (" + name + ")" + (Layout.BracesOnOwnLine ? newLine + "{" : " {");
        Script.Replace(TextSpan.FromBounds(end, BlankLinesEnd(end)), rest);
    }

    /// <summary>The compiler does not see that both conditions are one, so the variable needs a value on every path.</summary>
    private string Initialised(LockWriter.Moved declaration, int position)
    {
        var forgiving = declaration.IsReference && (source.Model.GetNullableContext(position) & NullableContext.AnnotationsEnabled) != 0 && !declaration.Text.Contains("? ");
        return declaration.Text.TrimEnd(';') + (forgiving ? " = default!;" : " = default;");
    }

    private int BlankLinesEnd(int end)
    {
        var line = source.Text.Lines.IndexOf(end);
        while (line + 1 < source.Text.Lines.Count && source.Text.Lines[line + 1].ToString().Trim().Length == 0)
            line++;
        return line == source.Text.Lines.IndexOf(end) ? end : source.Text.Lines[line].End;
    }

    private bool HasComments(TextSpan span) => source.Root.DescendantTrivia(span).Any(trivia =>
        span.Contains(trivia.Span) && trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia));
}
