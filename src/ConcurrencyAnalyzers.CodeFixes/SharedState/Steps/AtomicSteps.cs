using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.Engine.Atomicity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;

/// <summary>Neighbouring steps on a number: the result of the Interlocked call is what was to be read.</summary>
internal static class AtomicSteps
{
    public static EditScript? Plan(StepPair pair)
    {
        if (pair.Gap != Gap.Steps || pair.Check is null)
            return null;
        if (AtomicChange.Whole(pair.Check) is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var owner } } check)
            return pair.Harm == StepHarm.LosesItems ? ReadAndReset(pair) : null;
        var isInterlocked = owner.ToString().EndsWith("Interlocked", StringComparison.Ordinal);
        if (pair.Harm == StepHarm.ActsTwice && isInterlocked)
            return UseResult(pair, check);
        return pair.Harm == StepHarm.LosesItems && AtomicChange.Whole(pair.Act) is InvocationExpressionSyntax reset ? Exchange(pair, check, reset) ?? ReadAndReset(pair) : null;
    }

    /// <summary>
    /// <c>var seen = _n; if (seen == 0) return; _n = 0;</c> becomes <c>var seen = Interlocked.Exchange(ref _n, 0); if (seen == 0) return;</c>:
    /// who leaves in between leaves behind what he has found.
    /// </summary>
    private static EditScript? ReadAndReset(StepPair pair)
    {
        if (AtomicChange.Of(pair) is not { Stored: { } stored } change || change.Read.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax first } own }
            || change.Statement.Parent is not BlockSyntax block || first.Parent != block || pair.HasComments(change.Statement))
            return null;
        var between = block.Statements.Skip(block.Statements.IndexOf(first) + 1).TakeWhile(step => step != change.Statement);
        if (!between.All(step => step is IfStatementSyntax { Else: null, Condition: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Left: IdentifierNameSyntax asked } test } choice
                && asked.Identifier.ValueText == own.Identifier.ValueText && StepPair.Same(test.Right, stored) && RetryLoop.AlwaysLeaves(choice.Statement)))
            return null;
        var script = new EditScript(pair.Source, "Read and reset in one step");
        script.Replace(change.Read.Span, Usings.Name(script, change.Read.SpanStart, "System.Threading", "Interlocked") + $".Exchange(ref {change.Variable}, {stored})");
        return RemoveLine(script, change.Statement, change.Read) ? script : null;
    }

    /// <summary><c>Interlocked.Increment(ref n); if (n == last)</c> becomes <c>if (Interlocked.Increment(ref n) == last)</c>.</summary>
    private static EditScript? UseResult(StepPair pair, InvocationExpressionSyntax change)
    {
        var read = pair.Act.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Volatile" } } } call } } ? call : pair.Act;
        if (change.Parent is not ExpressionStatementSyntax first || !AreNeighbours(first, read.FirstAncestorOrSelf<StatementSyntax>()) || pair.HasComments(first)
            || change.ArgumentList.Arguments is not [{ Expression: var number }, ..] || StepsOf(read) is not { } asked || !StepPair.Same(number, asked) || !IsFirstEvaluated(read))
            return null;
        var script = new EditScript(pair.Source, "Use the result of " + StepPair.Target(change)!.Value.Name);
        script.Replace(read.Span, change.ToString());
        return RemoveLine(script, first, read) ? script : null;
    }

    /// <summary><c>var seen = Interlocked.Read(ref n); Interlocked.Exchange(ref n, 0);</c>, or a volatile store in its place, becomes <c>var seen = Interlocked.Exchange(ref n, 0);</c></summary>
    private static EditScript? Exchange(StepPair pair, InvocationExpressionSyntax read, InvocationExpressionSyntax reset)
    {
        if (StepPair.Target(reset)?.Name is not ("Exchange" or "Write") || reset.Parent is not ExpressionStatementSyntax second || !AreNeighbours(read.FirstAncestorOrSelf<StatementSyntax>(), second) || pair.HasComments(second)
            || StepsOf(read) is not { } asked || reset.ArgumentList.Arguments is not [{ Expression: var number }, _] || !StepPair.Same(asked, number))
            return null;
        var script = new EditScript(pair.Source, "Read and reset in one step");
        script.Replace(read.Span, StepPair.Target(reset)?.Name == "Exchange" ? reset.ToString() : Usings.Name(script, read.SpanStart, "System.Threading", "Interlocked") + ".Exchange" + reset.ArgumentList);
        return RemoveLine(script, second, read) ? script : null;
    }

    private static ExpressionSyntax? StepsOf(ExpressionSyntax read) => read is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var number }] } ? number : read;

    private static bool AreNeighbours(StatementSyntax? first, StatementSyntax? second) =>
        first?.Parent is BlockSyntax block && second?.Parent == block && block.Statements.IndexOf(second) == block.Statements.IndexOf(first) + 1;

    /// <summary>Nothing of the statement runs before the read, so that the change may stand there.</summary>
    private static bool IsFirstEvaluated(ExpressionSyntax read) => read.Parent switch
    {
        BinaryExpressionSyntax compared => compared.Left == read && IsFirstEvaluated(compared) || compared.Right == read && compared.Left is LiteralExpressionSyntax or IdentifierNameSyntax && IsFirstEvaluated(compared),
        ParenthesizedExpressionSyntax inner => IsFirstEvaluated(inner),
        IfStatementSyntax or ReturnStatementSyntax => true,
        _ => false,
    };

    /// <summary>Takes a statement out of the text with its line; a comment behind it goes to the line of the step that stands in for it.</summary>
    public static bool RemoveLine(EditScript script, StatementSyntax statement, ExpressionSyntax instead)
    {
        var (text, layout) = (script.Source.Text, script.Source.Layout);
        if (!layout.OwnLines(statement, statement) || statement.ContainsDirectives)
            return false;
        script.Replace(TextSpan.FromBounds(text.Lines.GetLineFromPosition(statement.SpanStart).Start, text.Lines.GetLineFromPosition(statement.Span.End).EndIncludingLineBreak), "");
        if (layout.EndOfLine(statement)!.Value is var end && end > statement.Span.End)
            script.Insert(text.Lines.GetLineFromPosition(instead.Span.End).End, " " + text.ToString(TextSpan.FromBounds(statement.Span.End, end)).TrimStart());
        return true;
    }
}
