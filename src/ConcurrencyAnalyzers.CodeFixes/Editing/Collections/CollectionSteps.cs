using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Collections;

/// <summary>Idioms of several steps for which the concurrent collections have one.</summary>
internal static class CollectionSteps
{
    /// <summary>Rewrites the idiom that begins with the use; gives the nodes that it takes in, or null where there is none.</summary>
    public static IReadOnlyList<SyntaxNode>? At(EditScript script, CollectionKind kind, ExpressionSyntax target)
    {
        if (target.FirstAncestorOrSelf<StatementSyntax>() is not { } statement || statement.Ancestors().TakeWhile(node => node is not MemberDeclarationSyntax).Any(node => node is LockStatementSyntax))
            return null;
        return kind switch
        {
            { IsDictionary: true } => DictionarySteps.At(script, target, statement),
            { Old: "Queue" } => Taking(script, target, statement, "Dequeue", "TryDequeue"),
            { Old: "Stack" } => Taking(script, target, statement, "Pop", "TryPop"),
            _ => null,
        };
    }

    /// <summary><c>while (queue.Count > 0) { var x = queue.Dequeue(); … }</c>, and the same with <c>if</c>.</summary>
    private static IReadOnlyList<SyntaxNode>? Taking(EditScript script, ExpressionSyntax target, StatementSyntax statement, string take, string tryTake)
    {
        var (condition, body) = statement switch
        {
            WhileStatementSyntax loop => (loop.Condition, loop.Statement),
            IfStatementSyntax { Else: null } check => (check.Condition, check.Statement),
            _ => (null, null!),
        };
        if (condition is null || Test(condition, target) is not { } test || body is not BlockSyntax { Statements: [LocalDeclarationStatementSyntax { UsingKeyword.RawKind: (int)SyntaxKind.None, Declaration: { Variables: [{ Initializer.Value: InvocationExpressionSyntax call } variable] } declaration } first, ..] } block
            || call.Expression is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } member || name != take || call.ArgumentList.Arguments.Count > 0
            || !SyntaxFactory.AreEquivalent(member.Expression, target))
            return null;

        var text = script.Source.Text;
        var layout = script.Source.Layout;
        if (!layout.OwnLines(first, first) || first.GetLeadingTrivia().Concat(first.GetTrailingTrivia()).Any(trivia => trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia)))
            return null;
        var line = text.Lines.GetLineFromPosition(first.Span.End);
        script.Replace(test.Span, target + "." + tryTake + "(out " + declaration.Type + " " + variable.Identifier.Text + ")");
        script.Replace(Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(text.Lines.GetLineFromPosition(first.SpanStart).Start, line.EndIncludingLineBreak), "");
        return [test, first];
    }

    /// <summary>The last condition, where it asks whether anything is there.</summary>
    private static ExpressionSyntax? Test(ExpressionSyntax condition, ExpressionSyntax target)
    {
        if (condition is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression } both)
            return Test(both.Right, target);

        var count = condition switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.GreaterThanExpression or (int)SyntaxKind.NotEqualsExpression, Right: LiteralExpressionSyntax { Token.ValueText: "0" } } test => test.Left,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.GreaterThanOrEqualExpression, Right: LiteralExpressionSyntax { Token.ValueText: "1" } } test => test.Left,
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Any" } any, ArgumentList.Arguments.Count: 0 } => any,
            _ => null,
        };
        return count is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Count" or "Any" } member && member.Expression == target ? condition : null;
    }
}
