using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConcurrencyAnalyzers.Engine.Facts;

internal sealed partial class BodyLowering
{
    private static readonly Quantity s_one = new Quantity.Number(1);

    /// <summary>How a <c>for</c>, <c>while</c> or <c>do</c> loop comes to its end.</summary>
    private LoopBounds BoundsOf(ILoopOperation loop, IOperation? condition)
    {
        if (condition is null || condition.ConstantValue is { HasValue: true, Value: true })
            return LoopBounds.Of(LoopEnd.Endless);
        var best = LoopBounds.Of(LoopEnd.Endless);
        foreach (var part in Conjuncts(Unwrap(condition)))
        {
            if (BoundOf(loop, part) is var candidate && candidate.End < best.End)
                best = candidate;

            // What is taken out runs dry, however many the loop would take at most.
            if (part is IInvocationOperation { TargetMethod.Name: var name } && (name == "MoveNext" || name.StartsWith("Try", StringComparison.Ordinal)))
                return LoopBounds.Of(LoopEnd.Walk);
        }

        return best;
    }

    private static IEnumerable<IOperation> Conjuncts(IOperation condition) =>
        condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both
            ? Conjuncts(Unwrap(both.LeftOperand)).Concat(Conjuncts(Unwrap(both.RightOperand)))
            : [condition];

    private LoopBounds BoundOf(ILoopOperation loop, IOperation condition)
    {
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return BoundOf(loop, Unwrap(not.Operand));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either:
                return BoundOf(loop, Unwrap(either.LeftOperand)) is var left && BoundOf(loop, Unwrap(either.RightOperand)) is var right && left.End >= right.End ? left : right;
            case IBinaryOperation comparison when IsNumber(comparison.LeftOperand.Type) && IsNumber(comparison.RightOperand.Type):
                return Comparison(loop, comparison);
            case IBinaryOperation or IIsPatternOperation or IInvocationOperation:
                return LoopBounds.Of(LoopEnd.Walk);
            case ILocalReferenceOperation local when !member.IsCaptured(local.Local):
                return LoopBounds.Of(LoopEnd.Computed);
            default:
                return LoopBounds.Of(LoopEnd.Flag);
        }
    }

    private LoopBounds Comparison(ILoopOperation loop, IBinaryOperation comparison)
    {
        var counted = Counted(loop, Unwrap(comparison.LeftOperand), comparison.RightOperand) ?? Counted(loop, Unwrap(comparison.RightOperand), comparison.LeftOperand);
        if (counted is not null)
            return counted;
        if (IsInterval(loop, comparison))
            return LoopBounds.Of(LoopEnd.Geometric) with { To = QuantityOf(comparison.RightOperand) };
        foreach (var side in new[] { comparison.LeftOperand, comparison.RightOperand })
            if (Unwrap(side) is IPropertyReferenceOperation { Property.Name: "Count" or "Length", Instance: not null } size)
                return LoopBounds.Of(LoopEnd.Walk) with { To = QuantityOf(size) };
        return comparison.LeftOperand.DescendantsAndSelf().Concat(comparison.RightOperand.DescendantsAndSelf()).Any(static part => part is IInvocationOperation)
            ? LoopBounds.Of(LoopEnd.Walk)
            : LoopBounds.Of(LoopEnd.Computed);
    }

    /// <summary>The side is a local that the loop moves step by step towards the other side.</summary>
    private LoopBounds? Counted(ILoopOperation loop, IOperation side, IOperation bound)
    {
        var isSquare = side is IBinaryOperation { OperatorKind: BinaryOperatorKind.Multiply } product
            && product.LeftOperand.Syntax.IsEquivalentTo(product.RightOperand.Syntax);
        if (isSquare)
            side = Unwrap(((IBinaryOperation)side).LeftOperand);
        while (side is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract, RightOperand.ConstantValue.HasValue: true } shifted)
            side = Unwrap(shifted.LeftOperand);
        if (VariableOf(side) is not { } variable)
            return null;
        var start = StartOf(loop, variable);
        foreach (var change in Changes(loop, variable))
        {
            var (kind, amount) = change switch
            {
                IIncrementOrDecrementOperation step => (step.Kind == OperationKind.Increment ? BinaryOperatorKind.Add : BinaryOperatorKind.Subtract, s_one),
                ICompoundAssignmentOperation compound => (compound.OperatorKind, QuantityOf(compound.Value)),
                ISimpleAssignmentOperation { Value: var value } when Unwrap(value) is IBinaryOperation sum && SymbolEqualityComparer.Default.Equals(VariableOf(Unwrap(sum.LeftOperand)), variable) =>
                    (sum.OperatorKind, QuantityOf(sum.RightOperand)),
                _ => (BinaryOperatorKind.None, Quantity.Unknown),
            };
            var facts = Symbols.Variable(variable);
            var to = isSquare ? new Quantity.Combined(QuantityOperator.Root, QuantityOf(bound), Quantity.Unknown) : QuantityOf(bound);
            switch (kind)
            {
                case BinaryOperatorKind.Add:
                    return new(LoopEnd.Counted, facts, to, start, amount);
                case BinaryOperatorKind.Subtract:
                    return new(LoopEnd.Counted, facts, start, to, amount);
                case BinaryOperatorKind.Multiply or BinaryOperatorKind.LeftShift:
                    return new(LoopEnd.Geometric, facts, to, start, amount);
                case BinaryOperatorKind.Divide or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift or BinaryOperatorKind.And:
                    return new(LoopEnd.Geometric, facts, start, to, amount);
            }
        }

        return null;
    }

    /// <summary>Two locals that both are set in the loop, one half-way between: a search by halving.</summary>
    private static bool IsInterval(ILoopOperation loop, IBinaryOperation comparison) =>
        VariableOf(Unwrap(comparison.LeftOperand)) is { } low && VariableOf(Unwrap(comparison.RightOperand)) is { } high
        && Changes(loop, low).Any() && Changes(loop, high).Any()
        && loop.Body.Descendants().Any(static part => part is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift });

    private Quantity StartOf(ILoopOperation loop, ISymbol variable)
    {
        var declared = (loop as IForLoopOperation)?.Before.SelectMany(static before => before.DescendantsAndSelf()).OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(declarator => SymbolEqualityComparer.Default.Equals(declarator.Symbol, variable));
        return declared is not null ? QuantityOf(declared.Initializer?.Value) : InitialValueOf(variable, loop);
    }

    /// <summary>What a variable was declared with, looked up in the blocks around.</summary>
    private Quantity InitialValueOf(ISymbol variable, IOperation place)
    {
        for (var block = place.Parent; block is not null; block = block.Parent)
            foreach (var part in block.ChildOperations)
                if (part is IVariableDeclarationGroupOperation group)
                    foreach (var declarator in group.Declarations.SelectMany(static declaration => declaration.Declarators))
                        if (SymbolEqualityComparer.Default.Equals(declarator.Symbol, variable))
                            return QuantityOf(declarator.Initializer?.Value);
        return variable is IParameterSymbol parameter ? new Quantity.Of(new Value.Local(Symbols.Variable(parameter)), parameter.Name) : Quantity.Unknown;
    }

    private static IEnumerable<IOperation> Changes(ILoopOperation loop, ISymbol variable)
    {
        foreach (var part in loop.Descendants())
        {
            var target = part switch
            {
                IAssignmentOperation assignment => assignment.Target,
                IIncrementOrDecrementOperation step => step.Target,
                _ => null,
            };
            if (target is not null && SymbolEqualityComparer.Default.Equals(VariableOf(Unwrap(target)), variable) && !(loop is IForLoopOperation counted && counted.Before.Any(before => before.Syntax.Spot().Contains(part.Syntax.Spot()))))
                yield return part;
        }
    }

    private static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IIncrementOrDecrementOperation step => VariableOf(Unwrap(step.Target)),
        _ => null,
    };

    private static bool IsNumber(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_Char and <= SpecialType.System_Double
        || type is { Name: "BigInteger" or "Int128" or "UInt128" };
}
