using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>Uses of objects of which no table knows what they tolerate.</summary>
internal sealed partial class BodyLowering
{
    /// <summary>
    /// An object of an unknown type in a field that never changes: using it is a use of the field, should a contract guard
    /// that; harmless to any other question. Where the assembly asks for strictness, any use but a getter may change it.
    /// </summary>
    private void ContentOfUnknown(IOperation operation, IOperation? instance, Value? receiver, MethodFacts method)
    {
        if (method.IsSource || receiver is null)
            return;
        if (Symbols.Knowledge.IsStrict && IsSuspect(instance, method))
            _out.Add(new Access(CallSpan(operation), receiver, AccessKind.Content | AccessKind.Unknown | (method.Name.StartsWith("get_", StringComparison.Ordinal) ? AccessKind.Read : AccessKind.Update)) { Operator = method.Name });
        else if (receiver is Value.Field { Facts: { IsReadOnly: true, Guard: not null } })
            _out.Add(new Access(CallSpan(operation), receiver, AccessKind.Content | AccessKind.Read | AccessKind.Neutral) { Operator = method.Name });
    }

    private bool IsSuspect(IOperation? instance, MethodFacts method) =>
        method.ReceiverSafety == TypeSafety.Unknown && method.TypeId is not ("T:System.Object" or "")
        && instance is not null && Unwrap(instance).Type is { IsReferenceType: true, TypeKind: TypeKind.Class or TypeKind.Interface }
        && Symbols.Knowledge.RoleOf(method.Key) == MemberRole.None;

    /// <summary>What is handed to unknown code is read there, at least: looked at where the assembly asks for strictness.</summary>
    private void ContentOfArguments(IInvocationOperation invocation, MethodFacts method, ImmutableArray<Argument> arguments)
    {
        if (method.IsSource || Symbols.Knowledge.RoleOf(method.Key) != MemberRole.None)
            return;
        if (!arguments.IsEmpty)
            ContentOfMarshalled(method, arguments[0]);
        ContentOfArrays(invocation);
        ContentOfWalked(invocation, invocation.Arguments, invocation.TargetMethod.IsExtensionMethod ? 1 : 0, method, arguments);
        if (!Symbols.Knowledge.IsStrict)
            return;
        for (var i = 0; i < invocation.Arguments.Length && i < arguments.Length; i++)
            if (!arguments[i].IsByRef && Symbols.SafetyOf(Unwrap(invocation.Arguments[i].Value).Type).Safety == TypeSafety.ThreadUnsafe)
                _out.Add(new Access(arguments[i].Span, arguments[i].Value, AccessKind.Content | AccessKind.Read | AccessKind.Enumerate | AccessKind.Unknown));
    }

    /// <summary>
    /// An array that the framework is handed, as it is or as a window into it: it fills what it is given to read into, and looks
    /// into everything else.
    /// </summary>
    private void ContentOfArrays(IInvocationOperation invocation)
    {
        var fills = invocation.TargetMethod.Name is var name && (name.StartsWith("Read", StringComparison.Ordinal) || name.StartsWith("Receive", StringComparison.Ordinal) || name.StartsWith("Fill", StringComparison.Ordinal) || name is "Clear" or "NextBytes" || name == "GetBytes" && invocation.TargetMethod.ContainingType.Name == "RandomNumberGenerator");
        if (Overwrites(invocation, out var whole) && PlaceOf(whole) is { } swept)
            _out.Add(new Access(CallSpan(invocation), new Value.Element(swept, IndexShape.Any, Locations.Step.Swept), AccessKind.Write | AccessKind.Constant) { Operator = invocation.TargetMethod.Name });
        foreach (var argument in invocation.Arguments)
            ContentOfArray(argument.Value, CallSpan(invocation), fills && argument.Parameter?.Type is IArrayTypeSymbol or { Name: "Memory" or "Span" } ? AccessKind.Write : AccessKind.Read,
                isWalked: invocation.TargetMethod is { ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" }, ReturnType: not INamedTypeSymbol { TypeKind: TypeKind.Interface } });
    }

    /// <summary>Slots of an array that a variable holds, or a field of the object itself where they are walked from end to end here and now.</summary>
    private void ContentOfArray(IOperation array, Microsoft.CodeAnalysis.Text.TextSpan span, AccessKind kind, bool isWalked)
    {
        while (array is IConversionOperation conversion)
            array = conversion.Operand;
        var variable = array.Type is not IArrayTypeSymbol ? null : array switch
        {
            ILocalReferenceOperation local when !_references.ContainsKey(local.Local) => Symbols.Variable(local.Local),
            IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } } parameter } => Symbols.Variable(parameter),
            _ => null,
        };
        if (variable is not null)
            _out.Add(new Access(span, new Value.Element(new Value.Local(variable), IndexShape.Any, ""), kind));
        else if (isWalked && array is IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation, Type: IArrayTypeSymbol, Field: { IsConst: false } field })
            _out.Add(new Access(span, new Value.Element(new Value.Field(field.IsStatic ? null : Value.This, Symbols.Field(field)), IndexShape.Any, ""), kind));
    }

    /// <summary>
    /// A collection that the framework takes as a sequence, it walks: to join, write or copy its items. Members that only keep
    /// it, to show it through a wrapper, are left out.
    /// </summary>
    private void ContentOfWalked(IOperation call, ImmutableArray<IArgumentOperation> operations, int first, MethodFacts method, ImmutableArray<Argument> arguments)
    {
        if (!method.Id.StartsWith("M:System.", StringComparison.Ordinal) || method.TypeId.StartsWith("T:System.Collections.ObjectModel.", StringComparison.Ordinal))
            return;
        for (var i = first; i < operations.Length && i < arguments.Length; i++)
            if (!arguments[i].IsByRef && operations[i].Parameter?.OriginalDefinition.Type is INamedTypeSymbol { TypeKind: TypeKind.Interface, ContainingNamespace: { Name: "Collections" or "Generic" } }
                && Symbols.SafetyOf(Unwrap(operations[i].Value).Type) is { Safety: TypeSafety.ThreadUnsafe } walked)
                _out.Add(new Access(CallSpan(call), arguments[i].Value, Symbols.Knowledge.EnumerationOf(walked.Key)));
    }
}
