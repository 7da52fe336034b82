using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Locking;

/// <summary>
/// <c>if (check) { act(); work(); }</c>, where check and act must be one step and the work must not be under the lock:
/// <c>bool condition; lock (…) { condition = check; if (condition) { act(); } } if (condition) { work(); }</c>. Where nothing
/// follows the statement in its function: <c>lock (…) { if (!check) return; act(); } work();</c>.
/// </summary>
internal sealed class SplitIf(SourceView source, LockWriter writer, Heads heads)
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
        if (last < 0 || last == inner.Count - 1 || Layout.EndOfLine(inner[last]) is null || Enumerable.Range(0, last + 1).Any(step => Work.IsForeignIn(source.Model, inner[step]))
            || Work.IsForeignIn(source.Model, statement.Condition) || statement.Condition.DescendantNodes().Any(node => node is SingleVariableDesignationSyntax)
            || HasComments(TextSpan.FromBounds(statement.SpanStart, statement.Condition.SpanStart))
            || CommentBehind(statement, inner[0]) is not { } comment
            || writer.Declarations(inner, 0, last) is not { } declarations)
            return false;

        if (IsLastOfItsFunction(list, index) && !HasComments(TextSpan.FromBounds(Layout.EndOfLine(statements.Last())!.Value, block.Span.End)) && Layout.StartsLine(block.CloseBraceToken.SpanStart)
            && Layout.EndOfLine(statement) == statement.Span.End)
            LeaveEarly(statement, block, inner, last, head[0], declarations, comment);
        else
            Write(statement, inner, last, head[0], declarations, comment);
        return true;
    }

    /// <summary>What follows the statement is the end of a function that yields nothing.</summary>
    private bool IsLastOfItsFunction(StatementList list, int index) => index == list.Count - 1 && list[index].Parent is BlockSyntax { Parent: { } function } && function switch
    {
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => source.Model.GetDeclaredSymbol(function) is IMethodSymbol method && YieldsNothing(method),
        AnonymousFunctionExpressionSyntax => source.Model.GetSymbolInfo(function).Symbol is IMethodSymbol method && YieldsNothing(method),
        _ => false,
    };

    private static bool YieldsNothing(IMethodSymbol method) => method.ReturnsVoid || method is { IsAsync: true, ReturnType: INamedTypeSymbol { Arity: 0, Name: "Task" or "ValueTask" } };

    private void LeaveEarly(IfStatementSyntax statement, BlockSyntax block, StatementList inner, int last, StateAccess access, List<Outliving> declarations, string comment)
    {
        var region = writer.Region(access, TextSpan.FromBounds(statement.SpanStart, inner[last].Span.End));
        var indent = Script.IndentAt(statement.SpanStart);
        var deeper = indent + Layout.Unit;
        foreach (var declaration in declarations)
            Script.Replace(declaration.Away, "");
        Script.Replace(
            TextSpan.FromBounds(statement.SpanStart, statement.Condition.SpanStart),
            string.Concat(declarations.Select(declaration => declaration.Text + Layout.NewLine + indent)) + region.Open(Layout, indent) + "if (");
        Script.Replace(statement.Condition.Span, heads.Not(statement.Condition));
        Script.Replace(TextSpan.FromBounds(statement.Condition.Span.End, inner[0].SpanStart), ")" + comment + Layout.NewLine + deeper + Layout.Unit + "return;" + Layout.NewLine + deeper);
        Script.Insert(Layout.EndOfLine(inner[last])!.Value, region.Close(Layout, indent));

        var lines = source.Text.Lines;
        var end = Layout.EndOfLine(inner[inner.Count - 1])!.Value;
        Script.Outdent(TextSpan.FromBounds(lines[lines.IndexOf(Layout.EndOfLine(inner[last])!.Value) + 1].Start, end));
        Script.Replace(TextSpan.FromBounds(end, block.Span.End), "");
    }

    private void Write(IfStatementSyntax statement, StatementList inner, int last, StateAccess access, List<Outliving> declarations, string comment)
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
            ";" + comment + Layout.NewLine + deeper + Layout.Open("if (" + name + ")", deeper));

        var end = Layout.EndOfLine(inner[last])!.Value;
        Script.Shift(TextSpan.FromBounds(inner[0].SpanStart, end));
        var rest = Layout.Close(deeper) + region.Close(Layout, indent) + newLine + "if (" + name + ")" + (Layout.BracesOnOwnLine ? newLine + "{" : " {");
        Script.Replace(TextSpan.FromBounds(end, BlankLinesEnd(end)), rest);
    }

    /// <summary>The compiler does not see that both conditions are one, so the variable needs a value on every path.</summary>
    private string Initialised(Outliving declaration, int position)
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

    /// <summary>The comment at the end of the line of the condition, with a blank before it; null where comments stand elsewhere as well.</summary>
    private string? CommentBehind(IfStatementSyntax statement, StatementSyntax first)
    {
        var span = TextSpan.FromBounds(statement.Condition.Span.End, first.SpanStart);
        var comments = source.Root.DescendantTrivia(span).Where(trivia => span.Contains(trivia.Span) && trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia)).ToList();
        return comments.Count == 0 ? ""
            : comments.Count == 1 && comments[0].IsKind(SyntaxKind.SingleLineCommentTrivia) && Layout.OnOneLine(TextSpan.FromBounds(span.Start, comments[0].SpanStart)) ? " " + comments[0]
            : null;
    }

    private bool HasComments(TextSpan span) => source.Root.DescendantTrivia(span).Any(trivia =>
        span.Contains(trivia.Span) && trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia));
}
