using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>What the arms of a condition know of the values that it compares with constants.</summary>
internal sealed partial class BodyLowering
{
    private ImmutableArray<Comparison> ComparisonsOf(IOperation condition)
    {
        var known = ImmutableArray.CreateBuilder<Comparison>();
        NoteKnown(condition, 0, holds: true, known);
        NoteKnown(condition, 1, holds: false, known);
        return known.ToImmutable();
    }

    private void NoteKnown(IOperation condition, int arm, bool holds, ImmutableArray<Comparison>.Builder known)
    {
        condition = Unwrap(condition);
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                NoteKnown(not.Operand, arm, !holds, known);
                return;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both:
                // Of two conditions that need not both be what they are, neither is known.
                if (holds == (both.OperatorKind == BinaryOperatorKind.ConditionalAnd))
                {
                    NoteKnown(both.LeftOperand, arm, holds, known);
                    NoteKnown(both.RightOperand, arm, holds, known);
                }

                return;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                var isEqual = holds == (comparison.OperatorKind == BinaryOperatorKind.Equals);
                if (comparison.RightOperand.ConstantValue is { HasValue: true, Value: var right })
                    NoteKnown(comparison.LeftOperand, right, arm, isEqual, known);
                else if (comparison.LeftOperand.ConstantValue is { HasValue: true, Value: var left })
                    NoteKnown(comparison.RightOperand, left, arm, isEqual, known);
                return;
            case IIsPatternOperation match:
                NoteKnown(match.Value, match.Pattern, arm, holds, known);
                return;
            default:
                if (condition.Type?.SpecialType == SpecialType.System_Boolean)
                    NoteKnown(condition, true, arm, holds, known);
                return;
        }
    }

    private void NoteKnown(IOperation value, IPatternOperation pattern, int arm, bool holds, ImmutableArray<Comparison>.Builder known)
    {
        switch (pattern)
        {
            case INegatedPatternOperation not:
                NoteKnown(value, not.Pattern, arm, !holds, known);
                return;
            case IBinaryPatternOperation both when holds == (both.OperatorKind == BinaryOperatorKind.And):
                NoteKnown(value, both.LeftPattern, arm, holds, known);
                NoteKnown(value, both.RightPattern, arm, holds, known);
                return;
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var constant } }:
                NoteKnown(value, constant, arm, holds, known);
                return;
        }
    }

    /// <summary>Of a bool that is not the one it is known to be the other.</summary>
    private void NoteKnown(IOperation value, object? constant, int arm, bool isEqual, ImmutableArray<Comparison>.Builder known)
    {
        value = Unwrap(value);
        if (constant is bool flag && value.Type?.SpecialType == SpecialType.System_Boolean)
            (constant, isEqual) = (flag == isEqual, true);
        if (value is IMemberReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation)
            known.Add(new(value.Syntax.Spot(), TextOf(constant), arm, isEqual) { Subject = TextOf(constant).Length > 0 || constant is null && IsReference(value) ? SubjectOf(value) : null });
    }

    /// <summary>What the sections of a switch know of its value: one of the section's own constants, or none that another section has.</summary>
    private ImmutableArray<Comparison> ComparisonsOf(ISwitchOperation choice)
    {
        if (SubjectOf(Unwrap(choice.Value)) is not { } subject)
            return ImmutableArray<Comparison>.Empty;
        var known = ImmutableArray.CreateBuilder<Comparison>();
        var all = new List<string>();
        for (var i = 0; i < choice.Cases.Length; i++)
        {
            var clauses = choice.Cases[i].Clauses;
            var constants = clauses.Select(ConstantOf).OfType<string>().ToArray();
            all.AddRange(constants);
            if (constants.Length == clauses.Length)
                known.Add(new(default, string.Join("\n", constants), i, IsEqual: true) { Subject = subject });
        }

        for (var i = 0; i <= choice.Cases.Length && all.Count > 0; i++)
            if (i == choice.Cases.Length || choice.Cases[i].Clauses.All(static clause => clause.CaseKind == CaseKind.Default))
                known.Add(new(default, string.Join("\n", all), i, IsEqual: false) { Subject = subject });
        return known.ToImmutable();
    }

    private static string? ConstantOf(ICaseClauseOperation clause) => clause switch
    {
        ISingleValueCaseClauseOperation { Value.ConstantValue: { HasValue: true, Value: { } constant } } => TextOf(constant),
        IPatternCaseClauseOperation { Guard: null, Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: { } constant } } } => TextOf(constant),
        _ => null,
    };

    /// <summary>A parameter, or a field of this object, or a static one, that is set at construction alone.</summary>
    private FieldFacts? SubjectOf(IOperation value) => value switch
    {
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } } parameter } => Symbols.Variable(parameter),
        IFieldReferenceOperation { Field: { IsReadOnly: true } field, Instance: null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } => Symbols.Field(field),
        IPropertyReferenceOperation { Property: { SetMethod: null } property, Instance: null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } when IsAutomatic(property) && !property.IsVirtual && !property.IsOverride && !property.IsAbstract => Symbols.Property(property),
        _ => null,
    };

    /// <summary>Null is written as nothing, which an empty text is too.</summary>
    private static bool IsReference(IOperation value) => value.Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String };

    /// <summary>Whether a parameter is null, or is not, handed on as a flag.</summary>
    private Value? NullFlag(IBinaryOperation test) =>
        test.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals && (IsNull(test.RightOperand) ? test.LeftOperand : IsNull(test.LeftOperand) ? test.RightOperand : null) is { } tested
        && Unwrap(tested) is IParameterReferenceOperation reference && IsReference(reference) && SubjectOf(reference) is { } subject
            ? new Value.IsNull(subject, test.OperatorKind == BinaryOperatorKind.Equals)
            : null;

    private static string TextOf(object? constant) => Convert.ToString(constant, CultureInfo.InvariantCulture) ?? "null";
}
