using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;

/// <summary>
/// An event that is compared with null and then raised: between the two the last handler may have gone. <c>?.Invoke</c>
/// reads it once. To subscribe and to unsubscribe is one step as it is.
/// </summary>
internal static class NullSafeCall
{
    public static EditScript? Plan(SourceView source, Finding finding)
    {
        var checks = new HashSet<IfStatementSyntax>();
        foreach (var span in finding.Accesses)
        {
            if (span.IsEmpty || span.End > source.Root.FullSpan.End || source.Root.FindNode(span, getInnermostNodeForTie: true) is not { } node)
                return null;
            if (node.FirstAncestorOrSelf<AssignmentExpressionSyntax>() is { RawKind: (int)SyntaxKind.AddAssignmentExpression or (int)SyntaxKind.SubtractAssignmentExpression } subscription
                && source.Model.GetSymbolInfo(subscription.Left).Symbol is IEventSymbol)
                continue;
            if (node.FirstAncestorOrSelf<IfStatementSyntax>() is not { } check || TestedBy(check) is not { } tested || CallOf(check, tested) is not { } call
                || !tested.Span.Contains(span) && !call.Expression.Span.Contains(span) || !IsRaised(source.Model.GetSymbolInfo(tested).Symbol, finding))
                return null;
            checks.Add(check);
        }

        if (checks.Count == 0)
            return null;
        var script = new EditScript(source, "Read the event once: '?.Invoke'");
        foreach (var check in checks)
        {
            var (tested, call) = (TestedBy(check)!, CallOf(check, TestedBy(check)!)!);
            if (!Comments.ReplaceKeeping(script, TextSpan.FromBounds(check.SpanStart, call.ArgumentList.SpanStart), $"{tested.WithoutTrivia()}?.Invoke"))
                return null;
            if (check.Statement is BlockSyntax block && source.Layout.OwnLines(call.Parent!, call.Parent!))
                script.Replace(TextSpan.FromBounds(source.Text.Lines.GetLineFromPosition(call.Parent!.Span.End).End, block.Span.End), "");
            else
                script.Replace(TextSpan.FromBounds(call.Parent!.Span.End, check.Span.End), "");
        }

        return script;
    }

    /// <summary>An event; or a field that holds the handlers of one, where it is its loss between test and call that is found.</summary>
    private static bool IsRaised(ISymbol? tested, Finding finding) => tested is IEventSymbol || tested is IFieldSymbol { Type.TypeKind: TypeKind.Delegate } && finding.Harm == Harm.TakenAway;

    /// <summary><c>E != null</c>, <c>null != E</c>, <c>E is not null</c>: the event, where asking it again is the same.</summary>
    private static ExpressionSyntax? TestedBy(IfStatementSyntax check)
    {
        var tested = check.Condition switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression, Right.RawKind: (int)SyntaxKind.NullLiteralExpression } comparison => comparison.Left,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression, Left.RawKind: (int)SyntaxKind.NullLiteralExpression } comparison => comparison.Right,
            IsPatternExpressionSyntax { Pattern: UnaryPatternSyntax { Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression } } } pattern => pattern.Expression,
            _ => null,
        };
        return tested is not null && StepPair.IsStable(tested) ? tested : null;
    }

    /// <summary>The call, where it is all that is done: <c>E(x)</c> or <c>E.Invoke(x)</c>, and no comment behind it would be lost.</summary>
    private static InvocationExpressionSyntax? CallOf(IfStatementSyntax check, ExpressionSyntax tested)
    {
        if (check.Else is not null || check.ContainsDirectives || StepPair.Only(check.Statement) is not ExpressionStatementSyntax { Expression: InvocationExpressionSyntax call } statement)
            return null;
        var called = call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" } invoke ? invoke.Expression : call.Expression;
        return StepPair.Same(called, tested) && check.DescendantTrivia().All(trivia => !check.Span.Contains(trivia.Span) || trivia.SpanStart < call.ArgumentList.SpanStart || statement.FullSpan.Contains(trivia.Span)
            || trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia) ? call : null;
    }
}
