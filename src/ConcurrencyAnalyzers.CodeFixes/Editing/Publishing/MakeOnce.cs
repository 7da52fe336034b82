using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Publishing;

/// <summary>Check and assignment as one step, without a new lock.</summary>
internal static class MakeOnce
{
    /// <summary><c>_x ??= new X()</c>, or an <c>if</c> that does the same, as <c>LazyInitializer.EnsureInitialized</c>.</summary>
    public static EditScript? Initialize(SourceView source, Finding finding)
    {
        if (AssignmentAt(source, finding) is not { } assignment || FieldOf(source, assignment.Left) is not { IsVolatile: false } || !CanBeLater(source, assignment.Right))
            return null;

        var script = new EditScript(source, "Initialise it once");
        ExpressionSyntax value = assignment.Right.WithoutTrivia();
        var span = assignment.Span;
        if (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
        {
            if (IfAround(assignment) is not { } conditional)
                return null;
            span = Microsoft.CodeAnalysis.Text.TextSpan.FromBounds(conditional.SpanStart, conditional.Span.End);
        }
        else if (!assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression))
        {
            return null;
        }

        var name = Usings.Name(script, assignment.SpanStart, "System.Threading", "LazyInitializer");
        var call = $"{name}.EnsureInitialized(ref {assignment.Left.WithoutTrivia()}, () => {value})";
        script.Replace(span, assignment.IsKind(SyntaxKind.SimpleAssignmentExpression) ? call + ";" : call);
        return script;
    }

    /// <summary>The assignment under the lock looks again: <c>=</c> becomes <c>??=</c>.</summary>
    public static EditScript? CheckAgain(SourceView source, Finding finding)
    {
        if (AssignmentAt(source, finding) is not { Parent: ExpressionStatementSyntax, RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment
            || FieldOf(source, assignment.Left) is not { Type.IsReferenceType: true } || !source.Targets.HaveLanguage(800)
            || assignment.Left.GetTrailingTrivia().Concat(assignment.OperatorToken.TrailingTrivia).Any(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
            return null;
        var script = new EditScript(source, "Check again inside the lock");
        script.Replace(assignment.OperatorToken.Span, "??=");
        return script;
    }

    private static AssignmentExpressionSyntax? AssignmentAt(SourceView source, Finding finding) =>
        source.Root.FindNode(finding.Span, getInnermostNodeForTie: true) is { } node && node.Span == finding.Span ? node as AssignmentExpressionSyntax : null;

    private static IFieldSymbol? FieldOf(SourceView source, ExpressionSyntax left) => source.Model.GetSymbolInfo(left).Symbol as IFieldSymbol;

    /// <summary>Evaluated inside a lambda it means the same: no await, nothing assigned on the way.</summary>
    private static bool CanBeLater(SourceView source, ExpressionSyntax value) =>
        !value.DescendantNodesAndSelf().Any(static node => node is AwaitExpressionSyntax or AssignmentExpressionSyntax { Parent: not InitializerExpressionSyntax } or ThrowExpressionSyntax or DeclarationExpressionSyntax)
        && source.Model.GetTypeInfo(value).ConvertedType is { IsReferenceType: true };

    /// <summary>The <c>if</c> that has nothing else in it than the assignment, and nothing else to test than the field.</summary>
    private static IfStatementSyntax? IfAround(AssignmentExpressionSyntax assignment)
    {
        if (assignment.Parent is not ExpressionStatementSyntax statement)
            return null;
        var conditional = statement.Parent switch
        {
            IfStatementSyntax direct => direct,
            BlockSyntax { Statements.Count: 1, Parent: IfStatementSyntax outer } => outer,
            _ => null,
        };
        return conditional is { Else: null } && IsNullTest(conditional.Condition, assignment.Left) && !HasComments(conditional) ? conditional : null;
    }

    private static bool IsNullTest(ExpressionSyntax condition, ExpressionSyntax field) => condition switch
    {
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } binary => Are(binary.Left, binary.Right, field) || Are(binary.Right, binary.Left, field),
        IsPatternExpressionSyntax { Pattern: ConstantPatternSyntax { Expression: LiteralExpressionSyntax literal } } pattern => Are(pattern.Expression, literal, field),
        _ => false,
    };

    private static bool Are(ExpressionSyntax tested, ExpressionSyntax literal, ExpressionSyntax field) =>
        literal.IsKind(SyntaxKind.NullLiteralExpression) && SyntaxFactory.AreEquivalent(tested.WithoutTrivia(), field.WithoutTrivia());

    /// <summary>What the edit would lose.</summary>
    private static bool HasComments(IfStatementSyntax conditional) =>
        conditional.DescendantTrivia().Any(trivia => conditional.Span.Contains(trivia.Span) && trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia));
}
