using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ConcurrencyAnalyzers.CodeFixes.Editing.Reductions;

internal enum ReductionKind
{
    Sum,
    Or,
    And,
    Xor,
    Max,
    Min,
    Collection,
}

/// <summary>
/// One variable that the rounds of a loop only add to, in a way that does not depend on the order: each thread can
/// have one of its own, and the own ones are joined at the end.
/// </summary>
/// <param name="Symbol">The variable or field.</param>
/// <param name="Steps">The places where something is added, each a whole statement or the body of the lambda.</param>
internal sealed record Reduction(ISymbol Symbol, ITypeSymbol Type, ReductionKind Kind, IReadOnlyList<IdentifierNameSyntax> Uses, IReadOnlyList<SyntaxNode> Steps)
{
    /// <summary>The reduction that all uses in the lambda add up to; null when one of them does anything else.</summary>
    public static Reduction? Of(SemanticModel model, ISymbol symbol, AnonymousFunctionExpressionSyntax lambda)
    {
        var type = symbol switch
        {
            ILocalSymbol { RefKind: RefKind.None } local => local.Type,
            IFieldSymbol { IsVolatile: false } field => field.Type,
            IParameterSymbol { RefKind: RefKind.None } parameter => parameter.Type,
            _ => null,
        };
        if (type is null)
            return null;

        var uses = lambda.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(name => name.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, symbol)).ToList();
        var steps = new List<SyntaxNode>();
        ReductionKind? kind = null;
        foreach (var use in uses)
        {
            if (steps.Any(step => step.Span.Contains(use.Span)))
                continue;
            if (StepOf(model, use, symbol, type) is not var (found, step) || kind is not null && kind != found)
                return null;
            // Inside a nested function the own variable would be captured again.
            if (step.Ancestors().TakeWhile(node => node != lambda).Any(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or LockStatementSyntax))
                return null;
            kind = found;
            steps.Add(step);
        }

        return kind is { } one && IsReducible(type, one) ? new(symbol, type, one, uses, steps) : null;
    }

    /// <summary>The value that adding changes nothing to, as source.</summary>
    /// <param name="typeName">The type's name where it is written.</param>
    public string Neutral(string typeName) => Kind switch
    {
        ReductionKind.Collection => "new " + typeName + "()",
        ReductionKind.Max => Type.SpecialType switch
        {
            SpecialType.System_Double => "double.NegativeInfinity",
            SpecialType.System_Single => "float.NegativeInfinity",
            _ => typeName + ".MinValue",
        },
        ReductionKind.Min => Type.SpecialType switch
        {
            SpecialType.System_Double => "double.PositiveInfinity",
            SpecialType.System_Single => "float.PositiveInfinity",
            _ => typeName + ".MaxValue",
        },
        ReductionKind.And => Type.SpecialType switch
        {
            SpecialType.System_Boolean => "true",
            SpecialType.System_UInt32 => "uint.MaxValue",
            SpecialType.System_UInt64 => "ulong.MaxValue",
            SpecialType.System_Int64 => "-1L",
            _ => "-1",
        },
        _ => Type.SpecialType switch
        {
            SpecialType.System_Boolean => "false",
            SpecialType.System_Int64 => "0L",
            SpecialType.System_UInt32 => "0U",
            SpecialType.System_UInt64 => "0UL",
            SpecialType.System_Double => "0.0",
            SpecialType.System_Single => "0F",
            SpecialType.System_Decimal => "0M",
            _ => "0",
        },
    };

    /// <summary>The statement, without its semicolon, that joins an own value to the shared one; to be run under a lock.</summary>
    public string Join(string shared, string own) => Kind switch
    {
        ReductionKind.Collection => shared + "." + (IsSet ? "UnionWith" : "AddRange") + "(" + own + ")",
        ReductionKind.Max => shared + " = Math.Max(" + shared + ", " + own + ")",
        ReductionKind.Min => shared + " = Math.Min(" + shared + ", " + own + ")",
        ReductionKind.Or => shared + " |= " + own,
        ReductionKind.And => shared + " &= " + own,
        ReductionKind.Xor => shared + " ^= " + own,
        _ => shared + " += " + own,
    };

    /// <summary>The Interlocked method that joins in one step; null where there is none.</summary>
    public string? AtomicJoin => Kind switch
    {
        ReductionKind.Sum => "Add",
        ReductionKind.Or => "Or",
        ReductionKind.And => "And",
        _ => null,
    };

    private bool IsSet => Type.Name is "HashSet" or "SortedSet";

    private static bool IsReducible(ITypeSymbol type, ReductionKind kind) => kind switch
    {
        ReductionKind.Collection => true,
        ReductionKind.Sum or ReductionKind.Max or ReductionKind.Min => type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_UInt64
            or SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal,
        _ => type.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_UInt32 or SpecialType.System_UInt64 or SpecialType.System_Boolean,
    };

    private static (ReductionKind Kind, SyntaxNode Step)? StepOf(SemanticModel model, IdentifierNameSyntax use, ISymbol symbol, ITypeSymbol type)
    {
        ExpressionSyntax target = use.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member && member.Name == use ? member : use;
        if (target == use && use.Parent is MemberAccessExpressionSyntax other && other.Name == use)
        {
            // Only a static field's type may stand before it; through any other object it is another variable.
            if (!symbol.IsStatic)
                return null;
            target = other;
        }

        switch (target.Parent)
        {
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression } step:
                return Unused(model, step, ReductionKind.Sum);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression } step:
                return Unused(model, step, ReductionKind.Sum);
            case AssignmentExpressionSyntax assignment when assignment.Left == target:
                return OfAssignment(model, assignment, target, symbol);
            case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add", Parent: InvocationExpressionSyntax call } add when add.Expression == target
                && type is INamedTypeSymbol { Name: "List" or "HashSet" or "SortedSet", Arity: 1 } && type.ContainingNamespace.ToDisplayString() == "System.Collections.Generic"
                && call.ArgumentList.Arguments.All(argument => !Mentions(model, argument, symbol)):
                return Unused(model, call, ReductionKind.Collection);
            case BinaryExpressionSyntax { Parent: IfStatementSyntax { Else: null } check } comparison when check.Condition == comparison:
                return OfComparison(model, check, comparison, target, symbol);
            default:
                return null;
        }
    }

    private static (ReductionKind, SyntaxNode)? Unused(SemanticModel model, ExpressionSyntax step, ReductionKind kind) =>
        step.Parent is ExpressionStatementSyntax statement ? (kind, statement)
        : step.Parent is LambdaExpressionSyntax && ValueUse.IsUnused(model, step) ? (kind, step)
        : null;

    private static (ReductionKind, SyntaxNode)? OfAssignment(SemanticModel model, AssignmentExpressionSyntax assignment, ExpressionSyntax target, ISymbol symbol)
    {
        ReductionKind? kind = assignment.Kind() switch
        {
            SyntaxKind.AddAssignmentExpression or SyntaxKind.SubtractAssignmentExpression => ReductionKind.Sum,
            SyntaxKind.OrAssignmentExpression => ReductionKind.Or,
            SyntaxKind.AndAssignmentExpression => ReductionKind.And,
            SyntaxKind.ExclusiveOrAssignmentExpression => ReductionKind.Xor,
            _ => null,
        };
        if (kind is { } compound)
            return Mentions(model, assignment.Right, symbol) ? null : Unused(model, assignment, compound);
        if (!assignment.IsKind(SyntaxKind.SimpleAssignmentExpression))
            return null;

        if (assignment.Right is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Math" }, Name.Identifier.ValueText: ("Max" or "Min") and var name } } call
            && call.ArgumentList.Arguments is [var first, var second]
            && (SyntaxFactory.AreEquivalent(first.Expression, target) && !Mentions(model, second, symbol) || SyntaxFactory.AreEquivalent(second.Expression, target) && !Mentions(model, first, symbol)))
            return Unused(model, assignment, name == "Max" ? ReductionKind.Max : ReductionKind.Min);

        return AtomicOperation.Of(assignment, target) is { Operand: { } operand } operation && !Mentions(model, operand, symbol)
            ? operation.Kind switch
            {
                AtomicOperationKind.Add or AtomicOperationKind.Subtract => Unused(model, assignment, ReductionKind.Sum),
                AtomicOperationKind.Or => Unused(model, assignment, ReductionKind.Or),
                AtomicOperationKind.And => Unused(model, assignment, ReductionKind.And),
                _ => null,
            }
            : null;
    }

    /// <summary><c>if (value > _max) _max = value;</c></summary>
    public static (ReductionKind Kind, SyntaxNode Step)? OfComparison(SemanticModel model, IfStatementSyntax check, BinaryExpressionSyntax comparison, ExpressionSyntax target, ISymbol symbol)
    {
        var statement = check.Statement is BlockSyntax { Statements: [var only] } ? only : check.Statement;
        if (statement is not ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment }
            || !SyntaxFactory.AreEquivalent(assignment.Left, target))
            return null;

        var isLeft = comparison.Left == target;
        var value = isLeft ? comparison.Right : comparison.Left;
        if (!SyntaxFactory.AreEquivalent(assignment.Right, value) || Mentions(model, value, symbol) || Work.IsForeignIn(model, value))
            return null;
        return comparison.Kind() switch
        {
            SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression => (isLeft ? ReductionKind.Min : ReductionKind.Max, check),
            SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression => (isLeft ? ReductionKind.Max : ReductionKind.Min, check),
            _ => null,
        };
    }

    private static bool Mentions(SemanticModel model, SyntaxNode node, ISymbol symbol) => node.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        .Any(name => name.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, symbol));
}
