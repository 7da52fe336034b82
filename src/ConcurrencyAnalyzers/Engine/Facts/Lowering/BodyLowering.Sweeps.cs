using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>Loops and calls that come to every slot of an array of plain values.</summary>
internal sealed partial class BodyLowering
{
    /// <summary>The variables of counted loops, each with the array of whose length it runs up to.</summary>
    private readonly Dictionary<ISymbol, ISymbol> _swept = new(SymbolEqualityComparer.Default);

    private void NoteSweep(IForLoopOperation loop)
    {
        if (loop is { Before: [IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ Symbol: var variable, Initializer.Value: { ConstantValue: { HasValue: true, Value: 0 } } }] }] }], AtLoopBottom: [IExpressionStatementOperation { Operation: IIncrementOrDecrementOperation { Kind: OperationKind.Increment } step }], Condition: { } condition }
            && Unwrap(condition) is IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan } bound && SymbolEqualityComparer.Default.Equals(VariableOf(Unwrap(bound.LeftOperand)), variable)
            && Unwrap(bound.RightOperand) is IPropertyReferenceOperation { Property.Name: "Length", Instance: { } whole } && ArrayOf(whole) is { } array
            && SymbolEqualityComparer.Default.Equals(VariableOf(Unwrap(step.Target)), variable) && !loop.Body.Descendants().Any(static part => part is IConditionalOperation or ISwitchOperation or IBranchOperation or IReturnOperation) && !IsChanged(loop.Body, variable)) // some slots may be left out
            _swept[variable] = array;
    }

    /// <summary>The index takes every value that the array has slots for, one after the other.</summary>
    private bool IsSwept(IArrayElementReferenceOperation element) =>
        element.Indices is [var index] && Unwrap(index) is ILocalReferenceOperation { Local: var variable } && _swept.TryGetValue(variable, out var array) && SymbolEqualityComparer.Default.Equals(ArrayOf(element.ArrayReference), array);

    /// <summary>The variable or field that holds an array of plain values.</summary>
    private static ISymbol? ArrayOf(IOperation operation) => Unwrap(operation) is { Type: IArrayTypeSymbol { Rank: 1, ElementType.IsValueType: true } } array
        ? array switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation, Field: var field } => field,
            _ => null,
        }
        : null;

    /// <summary><c>Array.Clear(a)</c> and <c>Array.Fill(a, v)</c> store in every slot.</summary>
    private bool Overwrites(IInvocationOperation call, out IOperation array)
    {
        array = call.Arguments.FirstOrDefault()?.Value!;
        return call is { TargetMethod: { Name: "Clear" or "Fill", ContainingType: { Name: "Array", ContainingNamespace.Name: "System" } }, Arguments.Length: var count } && count == (call.TargetMethod.Name == "Clear" ? 1 : 2) && ArrayOf(array) is IFieldSymbol;
    }
}
