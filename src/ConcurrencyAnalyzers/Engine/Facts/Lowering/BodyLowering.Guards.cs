using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>Several tests in a row that each leave the body: who comes past all of them may know what none of them says alone.</summary>
internal sealed partial class BodyLowering
{
    private const int MaxParts = 6;

    /// <summary>
    /// What is known of values behind this test and those that stand right before it:
    /// <c>if (a != null &amp;&amp; b == null) throw; if (a == null &amp;&amp; b == null) return;</c> leaves b.
    /// </summary>
    private IEnumerable<Comparison> KnownPast(IConditionalOperation last)
    {
        var guards = GuardsUpTo(last);
        if (guards.Count < 2 || !guards.Any(static guard => Leaves(guard.WhenTrue) is IReturnOperation))
            yield break;
        var parts = new List<Part>();
        foreach (var guard in guards)
        {
            CollectParts(guard.Condition, parts);
            if (parts.Count > MaxParts)
                yield break;
        }

        int always = -1, ever = 0;
        for (var values = 0; values < 1 << parts.Count; values++)
            if (!guards.Any(guard => Holds(guard.Condition, parts, values)))
                (always, ever) = (always & values, ever | values);
        for (var i = 0; i < parts.Count; i++)
            if (parts[i].Subject is { } subject && ((always ^ ever) & 1 << i) == 0)
                yield return new(default, parts[i].Constant, 1, (ever & 1 << i) != 0) { Subject = subject };
    }

    /// <summary>Whether something equals a constant, or any other condition that is not taken apart.</summary>
    private sealed record Part(IOperation Condition, FieldFacts? Subject, string Constant);

    private static List<IConditionalOperation> GuardsUpTo(IConditionalOperation last)
    {
        var guards = new List<IConditionalOperation>();
        if (last.Parent is IBlockOperation { Operations: var operations })
            for (var i = operations.IndexOf(last); i >= 0 && operations[i] is IConditionalOperation { WhenFalse: null } guard && Leaves(guard.WhenTrue) is not null; i--)
                guards.Add(guard);
        return guards;
    }

    private static IOperation? Leaves(IOperation? arm) => arm switch
    {
        IBlockOperation { Operations: [.., var last] } => Leaves(last),
        IExpressionStatementOperation { Operation: IThrowOperation thrown } => thrown,
        IThrowOperation or IReturnOperation { Kind: OperationKind.Return } => arm,
        _ => null,
    };

    private void CollectParts(IOperation condition, List<Part> parts)
    {
        condition = Unwrap(condition);
        if (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
        {
            CollectParts(not.Operand, parts);
        }
        else if (condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both)
        {
            CollectParts(both.LeftOperand, parts);
            CollectParts(both.RightOperand, parts);
        }
        else if (PartOf(condition, parts).Index < 0)
        {
            var (subject, constant, _) = SubjectIn(condition);
            parts.Add(new(condition, subject, constant));
        }
    }

    private bool Holds(IOperation condition, List<Part> parts, int values)
    {
        condition = Unwrap(condition);
        if (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
            return !Holds(not.Operand, parts, values);
        if (condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } and)
            return Holds(and.LeftOperand, parts, values) && Holds(and.RightOperand, parts, values);
        if (condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } or)
            return Holds(or.LeftOperand, parts, values) || Holds(or.RightOperand, parts, values);
        var (index, isEqual) = PartOf(condition, parts);
        return index >= 0 && (values & 1 << index) != 0 == isEqual;
    }

    private (int Index, bool IsEqual) PartOf(IOperation condition, List<Part> parts)
    {
        var (subject, constant, isEqual) = SubjectIn(condition);
        var index = parts.FindIndex(part => subject is null ? ReferenceEquals(part.Condition, condition) : part.Subject?.Id == subject.Id && part.Constant == constant);
        return (index, subject is null || isEqual);
    }

    /// <summary>What is compared with which constant, where it does not change.</summary>
    private (FieldFacts? Subject, string Constant, bool IsEqual) SubjectIn(IOperation condition)
    {
        var known = ImmutableArray.CreateBuilder<Comparison>();
        NoteKnown(condition, 0, holds: true, known);
        return known is [{ Subject: { } subject } compared] ? (subject, compared.Constant, compared.IsEqual) : (null, "", true);
    }
}
