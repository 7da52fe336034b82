using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>Conditions that one thread alone meets: who changed a word first.</summary>
internal sealed partial class BodyLowering
{
    /// <summary>
    /// Whether equality means that this thread alone got in: <c>Exchange(ref busy, 1) == 0</c>,
    /// <c>CompareExchange(ref busy, 1, 0) == 0</c>, <c>Increment(ref n) == 1</c>; null for other comparisons.
    /// </summary>
    private static bool? IsEntry(IBinaryOperation comparison)
    {
        if (comparison.RightOperand.ConstantValue is not { HasValue: true, Value: { } outcome }
            || Unwrap(comparison.LeftOperand) is not IInvocationOperation { TargetMethod: { ContainingType.Name: "Interlocked" } method } call)
            return null;
        return method.Name switch
        {
            "Exchange" when call.Arguments.Length == 2 && call.Arguments[1].Value.ConstantValue is { HasValue: true, Value: { } stored } => !outcome.Equals(stored),
            "CompareExchange" when call.Arguments.Length == 3 && call.Arguments[2].Value.ConstantValue is { HasValue: true, Value: { } expected } => outcome.Equals(expected),
            "Increment" or "Decrement" => true,
            _ => null,
        };
    }

    /// <summary>
    /// Whether <c>CompareExchange(ref made, own, null) is null</c>, by which this thread alone got in, holds or (false) its
    /// opposite does; null for other conditions.
    /// </summary>
    private static bool? IsEntry(IOperation condition) => condition switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison when IsNull(comparison.RightOperand) && IsFirstStore(comparison.LeftOperand) => comparison.OperatorKind == BinaryOperatorKind.Equals,
        IIsPatternOperation { Pattern: IConstantPatternOperation pattern } match when IsNull(pattern.Value) && IsFirstStore(match.Value) => true,
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation pattern } } match when IsNull(pattern.Value) && IsFirstStore(match.Value) => false,
        _ => null,
    };

    private static bool IsFirstStore(IOperation operation) =>
        Unwrap(operation) is IInvocationOperation { TargetMethod: { Name: "CompareExchange", ContainingType.Name: "Interlocked" } } call && call.Arguments.Length == 3 && IsNull(call.Arguments[2].Value);
}
