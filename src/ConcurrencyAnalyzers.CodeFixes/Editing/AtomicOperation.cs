using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing;

internal enum AtomicOperationKind
{
    Write,
    Add,
    Subtract,
    Or,
    And,
    Other,
}

/// <summary>What an assignment does to its target, however it is spelled: <c>x += e</c>, <c>x = x + e</c>, <c>x = e + x</c>.</summary>
internal sealed record AtomicOperation(AtomicOperationKind Kind, ExpressionSyntax? Operand)
{
    public static AtomicOperation Of(AssignmentExpressionSyntax assignment, ExpressionSyntax target)
    {
        switch (assignment.Kind())
        {
            case SyntaxKind.AddAssignmentExpression:
                return new(AtomicOperationKind.Add, assignment.Right);
            case SyntaxKind.SubtractAssignmentExpression:
                return new(AtomicOperationKind.Subtract, assignment.Right);
            case SyntaxKind.OrAssignmentExpression:
                return new(AtomicOperationKind.Or, assignment.Right);
            case SyntaxKind.AndAssignmentExpression:
                return new(AtomicOperationKind.And, assignment.Right);
            case SyntaxKind.SimpleAssignmentExpression:
                return OfBinary(assignment.Right as BinaryExpressionSyntax, target) ?? new(AtomicOperationKind.Write, assignment.Right);
            default:
                return new(AtomicOperationKind.Other, assignment.Right);
        }
    }

    /// <summary>The new value as an expression of the old one; null for operators that have no binary form.</summary>
    public static string? ValueFrom(AssignmentExpressionSyntax assignment, ExpressionSyntax target, string old)
    {
        var right = assignment.Right.ReplaceNodes(
            assignment.Right.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Where(node => SyntaxFactory.AreEquivalent(node, target)
                && !(node.Parent is MemberAccessExpressionSyntax member && member.Name == node)),
            (node, _) => SyntaxFactory.IdentifierName(old).WithTriviaFrom(node));
        if (assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
            return right.ToString();

        var sign = assignment.OperatorToken.Text;
        return sign == "??=" || !sign.EndsWith("=", StringComparison.Ordinal)
            ? null
            : old + " " + sign.Substring(0, sign.Length - 1) + " " + (ValueUse.IsPrimary(assignment.Right) ? right.ToString() : "(" + right + ")");
    }

    private static AtomicOperation? OfBinary(BinaryExpressionSyntax? binary, ExpressionSyntax target)
    {
        if (binary is null)
            return null;

        var left = SyntaxFactory.AreEquivalent(binary.Left, target);
        if (!left && !SyntaxFactory.AreEquivalent(binary.Right, target))
            return null;
        return binary.Kind() switch
        {
            SyntaxKind.AddExpression => new(AtomicOperationKind.Add, left ? binary.Right : binary.Left),
            SyntaxKind.SubtractExpression when left => new(AtomicOperationKind.Subtract, binary.Right),
            SyntaxKind.BitwiseOrExpression => new(AtomicOperationKind.Or, left ? binary.Right : binary.Left),
            SyntaxKind.BitwiseAndExpression => new(AtomicOperationKind.And, left ? binary.Right : binary.Left),
            _ => null,
        };
    }
}
