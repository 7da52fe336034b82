using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using ConcurrencyAnalyzers.Engine.Atomicity;
using ConcurrencyAnalyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;

/// <summary>The check and the act of a finding, in source.</summary>
internal sealed record StepPair(SourceView Source, Finding Finding, ExpressionSyntax Act, ExpressionSyntax? Check)
{
    public StepHarm Harm => Enum.TryParse<StepHarm>(Finding[FixFacts.StepHarm], out var harm) ? harm : StepHarm.None;

    public Gap Gap => Enum.TryParse<Gap>(Finding[FixFacts.StepGap], out var gap) ? gap : Gap.None;

    /// <summary>The statement that consists of the act alone; null where it is part of something larger.</summary>
    public ExpressionStatementSyntax? ActStatement => Act.Parent switch
    {
        ExpressionStatementSyntax alone => alone,
        AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } assignment when assignment.Left == Act => statement,
        PostfixUnaryExpressionSyntax { Parent: ExpressionStatementSyntax statement } => statement,
        PrefixUnaryExpressionSyntax { Parent: ExpressionStatementSyntax statement } => statement,
        _ => null,
    };

    /// <summary>Null where the text has moved on. A finding is at the act, or at the read that lacks the lock of the act.</summary>
    public static StepPair? Of(SourceView source, Finding finding) =>
        ExpressionAt(source, finding.Act ?? finding.Span) is { } act
            ? new(source, finding, act, finding.Act is not null ? ExpressionAt(source, finding.Span) : finding.Check is { } check ? ExpressionAt(source, check) : null)
            : null;

    /// <summary>The expression of the span; for the name of a call, the call.</summary>
    private static ExpressionSyntax? ExpressionAt(SourceView source, TextSpan span)
    {
        if (span.IsEmpty || span.End > source.Root.FullSpan.End || source.Root.FindNode(span, getInnermostNodeForTie: true) is not { } node)
            return null;
        var expression = node.AncestorsAndSelf().OfType<ExpressionSyntax>().FirstOrDefault(candidate => candidate.Span.Contains(span));
        return expression is { Parent: InvocationExpressionSyntax call } && call.Expression == expression ? call : expression;
    }

    /// <summary>Evaluating it twice is the same as once: a variable, a member of one, a constant.</summary>
    public static bool IsStable(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or LiteralExpressionSyntax or ThisExpressionSyntax or PredefinedTypeSyntax => true,
        MemberAccessExpressionSyntax member => IsStable(member.Expression),
        ParenthesizedExpressionSyntax inner => IsStable(inner.Expression),
        CastExpressionSyntax cast => IsStable(cast.Expression),
        BinaryExpressionSyntax binary => IsStable(binary.Left) && IsStable(binary.Right),
        PrefixUnaryExpressionSyntax unary => !unary.IsKind(SyntaxKind.PreIncrementExpression) && !unary.IsKind(SyntaxKind.PreDecrementExpression) && IsStable(unary.Operand),
        _ => false,
    };

    public static bool Same(SyntaxNode? left, SyntaxNode? right) => left is not null && right is not null && SyntaxFactory.AreEquivalent(left, right);

    /// <summary>The only statement of a block, or the statement itself.</summary>
    public static StatementSyntax? Only(StatementSyntax? statement) => statement is BlockSyntax block ? block.Statements.Count == 1 ? block.Statements[0] : null : statement;

    /// <summary>The collection and the name of a call on it.</summary>
    public static (ExpressionSyntax Collection, string Name)? Target(ExpressionSyntax? expression) =>
        expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } ? (member.Expression, member.Name.Identifier.ValueText) : null;

    public bool HasComments(SyntaxNode node) => node.DescendantTrivia().Any(trivia => node.Span.Contains(trivia.Span)
        && trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia));
}
