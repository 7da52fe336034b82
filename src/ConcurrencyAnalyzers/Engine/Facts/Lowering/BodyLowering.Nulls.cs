using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>Tests against null.</summary>
internal sealed partial class BodyLowering
{
    /// <summary>Whether there is a value is one byte of a nullable struct: it is never seen half. A reference that is looked at for null alone.</summary>
    private static AccessKind NullTestFlag(IOperation operation)
    {
        var user = operation.Parent;
        while (user is IConversionOperation { IsImplicit: true } or IParenthesizedOperation)
            user = user.Parent;
        if (operation.Type is { IsReferenceType: true })
            return user is ICoalesceOperation || user is { } test && IsNullTest(test) ? AccessKind.NullTest : AccessKind.None;
        if (operation.Type is not { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T })
            return AccessKind.None;
        while (user is IConversionOperation or IParenthesizedOperation)
            user = user.Parent;
        return user is IBinaryOperation or IIsPatternOperation { Pattern: not (IRecursivePatternOperation or IDeclarationPatternOperation) } && IsNullTest(user) ? AccessKind.Neutral : AccessKind.None;
    }

    /// <summary>The first comparison with null counts; the parts of a condition keep their polarity under <c>&amp;&amp;</c> and <c>||</c>.</summary>
    private void NoteNullTest(Value tested, bool isEqual)
    {
        if (_nullArm < 0)
            (_nullTested, _nullArm) = (tested, isEqual ? 0 : 1);
    }

    private void NoteNullPattern(IPatternOperation pattern, Value matched)
    {
        var isNegated = pattern is INegatedPatternOperation;
        var inner = pattern is INegatedPatternOperation negation ? negation.Pattern : pattern;
        if (inner is IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } })
            NoteNullTest(matched, !isNegated);
        else if (inner is IRecursivePatternOperation or IDeclarationPatternOperation or ITypePatternOperation)
            NoteNullTest(matched, isNegated);
    }

    private static bool IsNull(IOperation operation) => Unwrap(operation).ConstantValue is { HasValue: true, Value: null };

    private static bool MayBeNull(IOperation value) => Unwrap(value) switch
    {
        IConditionalOperation { WhenFalse: { } otherwise } choice => MayBeNull(choice.WhenTrue) || MayBeNull(otherwise),
        ISwitchExpressionOperation choice => choice.Arms.Any(static arm => MayBeNull(arm.Value)),
        ICoalesceOperation coalesce => MayBeNull(coalesce.WhenNull),
        var plain => IsNull(plain),
    };
}
