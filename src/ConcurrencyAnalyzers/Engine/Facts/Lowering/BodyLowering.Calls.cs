using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Knowledge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine.Facts;

internal sealed partial class BodyLowering
{
    private Value Invocation(IInvocationOperation invocation)
    {
        var target = invocation.TargetMethod;
        if (target.MethodKind == MethodKind.DelegateInvoke)
        {
            var callee = Evaluate(invocation.Instance, AccessKind.Dereference);
            return AddCall(invocation, Symbols.Method(target, null), callee, Arguments(invocation.Arguments), isDelegate: true);
        }

        if (target.MethodKind == MethodKind.LocalFunction)
            return AddCall(invocation, Symbols.Method(target, null), new Value.Lambda(IdOfLocalFunction(target)), Arguments(invocation.Arguments), isDelegate: true);

        var receiver = invocation.Instance is null ? null : ReceiverOf(invocation.Instance);
        var receiverType = ReceiverTypeOf(invocation.Instance);
        var arguments = Arguments(invocation.Arguments);
        var method = Symbols.Method(target, receiverType);
        if (invocation.Instance?.Syntax is BaseExpressionSyntax)
            method = method with { IsDispatched = false };
        if (receiver is not null && IsMutable(method.ReceiverSafety))
            Content(invocation, receiver, method);
        else if (target.IsExtensionMethod && !method.IsSource && invocation.Arguments.Length > 0)
            ContentOfExtended(invocation, arguments);
        else
            ContentOfUnknown(invocation, invocation.Instance, receiver, method);
        ContentOfArguments(invocation, method, arguments);
        AtomicAccess(method, arguments);
        var result = AddCall(invocation, method, receiver, arguments, isDelegate: false);
        return receiver is not null && method.Key == "System.Object.MemberwiseClone" ? Cloned(invocation, receiver) : result;
    }

    /// <summary>The type before or after a cast, whichever says more about the object.</summary>
    private ITypeSymbol? ReceiverTypeOf(IOperation? instance)
    {
        if (instance is null)
            return null;
        var inner = Unwrap(instance).Type;
        return Symbols.SafetyOf(inner).Safety == TypeSafety.Unknown && Symbols.SafetyOf(instance.Type).Safety != TypeSafety.Unknown ? instance.Type : inner;
    }

    private Value Creation(IObjectCreationOperation creation)
    {
        if (creation.Constructor is null)
            return Children(creation);
        var arguments = Arguments(creation.Arguments);
        var number = member.NextCall();
        var result = new Value.CallResult(number);
        var method = Symbols.Method(creation.Constructor, null);
        if (!method.IsSource)
            ContentOfWalked(creation, creation.Arguments, 0, method, arguments);
        _out.Add(new Call(creation.Syntax.Spot(), number, method, null, arguments)
        {
            IsConstruction = true,
            NameSpan = creation.Syntax is BaseObjectCreationExpressionSyntax syntax ? TextSpan.FromBounds(syntax.Spot().Start, syntax is ObjectCreationExpressionSyntax named ? named.Type.Spot().End : syntax.NewKeyword.Spot().End) : creation.Syntax.Spot(),
        });
        return creation.Initializer is null ? result : Initializer(creation.Initializer, result);
    }

    private Value Initializer(IObjectOrCollectionInitializerOperation? initializer, Value created)
    {
        if (initializer is null)
            return created;
        var saved = _implicitReceiver;
        _implicitReceiver = created;
        foreach (var part in initializer.Initializers)
            Evaluate(part is IMemberInitializerOperation memberInitializer ? memberInitializer.Initializer : part);
        _implicitReceiver = saved;
        return created;
    }

    private ImmutableArray<Argument> Arguments(ImmutableArray<IArgumentOperation> arguments)
    {
        if (arguments.IsEmpty)
            return ImmutableArray<Argument>.Empty;
        var result = ImmutableArray.CreateBuilder<Argument>(arguments.Length);
        foreach (var argument in arguments)
        {
            var ordinal = argument.Parameter?.Ordinal ?? 0;
            if (argument.Parameter?.RefKind is RefKind.Ref or RefKind.Out || IsReadByReference(argument.Parameter))
            {
                var place = Unwrap(argument.Value) is IDeclarationExpressionOperation declaration ? Evaluate(declaration) : PlaceOf(argument.Value) ?? Evaluate(argument.Value);
                result.Add(new(place, ordinal, true, LockObjectShape.Other, argument.Value.Syntax.Spot()) { Quantity = QuantityOf(argument.Value), IsPart = IsPartOfTuple(argument.Value), IsOut = argument.Parameter?.RefKind == RefKind.Out });
            }
            else
            {
                result.Add(new(Evaluate(argument.Value), ordinal, false, ShapeOf(argument.Value), argument.Value.Syntax.Spot())
                {
                    Quantity = QuantityOf(argument.Value),
                    IsPart = IsPartOfTuple(argument.Value),
                });
            }
        }

        return result.ToImmutable();
    }

    /// <summary><c>ref readonly</c> (which the oldest compilers that we run in have no name for) of what reads atomically.</summary>
    private static bool IsReadByReference(IParameterSymbol? parameter) =>
        (int?)parameter?.RefKind == 4 && parameter?.ContainingType is { Name: "Volatile" or "Interlocked", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } };

    private static bool IsPartOfTuple(IOperation value) => Unwrap(value) is IFieldReferenceOperation { Field.ContainingType.IsTupleType: true };

    /// <summary><c>list[^1]</c>: asks for the length, then for the item.</summary>
    private Value IndexFromEnd(IImplicitIndexerReferenceOperation reference)
    {
        var receiver = ReceiverOf(reference.Instance);
        var receiverType = ReceiverTypeOf(reference.Instance);
        Evaluate(reference.Argument);
        var isWritten = reference.Parent is IAssignmentOperation assignment && ReferenceEquals(assignment.Target, reference);
        var indexer = (IPropertySymbol)reference.IndexerSymbol;
        if ((isWritten ? indexer.SetMethod : indexer.GetMethod) is not { } accessor)
            return Value.Unknown;
        var method = Symbols.Method(accessor, receiverType);
        if (receiver is not null && IsMutable(method.ReceiverSafety))
            Content(reference, receiver, method);
        var index = new Argument(Value.Unknown, 0, false, LockObjectShape.Other, reference.Argument.Syntax.Spot());
        return AddCall(reference, method, receiver, ImmutableArray.Create(index), isDelegate: false);
    }

    /// <summary>Reads or writes a property or indexer that runs code; for an update, both.</summary>
    private Value PropertyCall(IOperation target, IOperation? value, bool isUpdate = false)
    {
        if (target is not IPropertyReferenceOperation reference)
        {
            Evaluate(value);
            if (target is IImplicitIndexerReferenceOperation { IndexerSymbol: IPropertySymbol } fromEnd)
                return IndexFromEnd(fromEnd);
            return target is IInvocationOperation or IObjectCreationOperation or IConditionalOperation or IAwaitOperation ? Evaluate(target) : Children(target);
        }

        var receiver = reference.Instance is null ? null : ReceiverOf(reference.Instance);
        var receiverType = ReceiverTypeOf(reference.Instance);
        var arguments = Arguments(reference.Arguments);
        var result = Value.Unknown;
        if ((value is null || isUpdate) && reference.Property.GetMethod is { } getter)
        {
            var method = Symbols.Method(getter, receiverType);
            if (receiver is not null && IsMutable(method.ReceiverSafety) && !isUpdate)
                Content(reference, receiver, method);
            else if (!isUpdate)
                ContentOfUnknown(reference, reference.Instance, receiver, method);
            result = AddCall(reference, method, receiver, arguments, isDelegate: false);
        }

        if (value is null && !isUpdate)
            return result;
        var stored = Evaluate(value);
        if (reference.Property.SetMethod is { } setter)
        {
            var method = Symbols.Method(setter, receiverType);
            if (receiver is not null && IsMutable(method.ReceiverSafety))
                Content(reference, receiver, method);
            else
                ContentOfUnknown(reference, reference.Instance, receiver, method);
            AddCall(reference, method, receiver, arguments.Add(new(stored, reference.Property.Parameters.Length, false, LockObjectShape.Other, value?.Syntax.Spot() ?? reference.Syntax.Spot())), isDelegate: false);
        }

        return stored;
    }

    private void Content(IOperation operation, Value receiver, MethodFacts method)
    {
        // A member written in this compilation is read: what it does to the object follows from its body.
        if (method.IsSource)
            return;
        var kind = Symbols.Knowledge.ContentAccessOf(method.ReceiverTypeId, method.Name);
        if (kind != AccessKind.None)
            _out.Add(new Access(CallSpan(operation), receiver, kind | ConditionFlag) { Operator = method.Name });
    }

    private static bool IsMutable(TypeSafety safety) => safety is TypeSafety.ThreadUnsafe or TypeSafety.Abstract;

    /// <summary>LINQ and other extensions read what the collection holds.</summary>
    private void ContentOfExtended(IInvocationOperation invocation, ImmutableArray<Argument> arguments)
    {
        var source = Unwrap(invocation.Arguments[0].Value);
        if (Symbols.SafetyOf(source.Type) is var (safety, key) && IsMutable(safety))
            _out.Add(new Access(CallSpan(invocation), arguments[0].Value, IsMemberLike(invocation.TargetMethod) ? Symbols.Knowledge.ContentAccessOf(key, invocation.TargetMethod.Name) : Symbols.Knowledge.EnumerationOf(key)));
    }

    /// <summary>An extension that does with a dictionary what a member of it would: <c>GetValueOrDefault</c>, <c>TryAdd</c>, <c>Remove</c>.</summary>
    private static bool IsMemberLike(IMethodSymbol method) =>
        method.ContainingType is { Name: "CollectionExtensions", ContainingNamespace: { Name: "Generic", ContainingNamespace.Name: "Collections" } } && method.Name is "GetValueOrDefault" or "TryAdd" or "Remove";

    private void AtomicAccess(MethodFacts method, ImmutableArray<Argument> arguments)
    {
        var role = Symbols.Knowledge.RoleOf(method.Key);
        var atomic = role switch
        {
            MemberRole.AtomicRead => AccessKind.Atomic | AccessKind.Read,
            MemberRole.AtomicWrite => AccessKind.Atomic | AccessKind.Write,
            MemberRole.AtomicUpdate => AccessKind.Atomic | (IsRead(method, arguments) ? AccessKind.Read : AccessKind.Update),
            _ => AccessKind.None,
        };
        // A body of this compilation says itself what it does with its parameter; where one may stand elsewhere, it looks at it at least.
        if (method is { IsSource: true, IsDispatched: false })
            return;
        foreach (var argument in arguments)
            if (argument.IsByRef && argument.Value is Value.Field or Value.Element or Value.Local
                && (argument.Value is not Value.Local local || IsShared(local)))
                _out.Add(new Access(argument.Span, argument.Value, atomic != AccessKind.None ? atomic : method.IsSource && !argument.IsOut ? AccessKind.Read : AccessKind.Update));
    }

    /// <summary><c>CompareExchange(ref x, null, null)</c>: what is stored is what is there.</summary>
    public static bool IsRead(MethodFacts method, ImmutableArray<Argument> arguments) => method is { TypeId: "T:System.Threading.Interlocked", Name: "CompareExchange" }
        && arguments is [_, { Value: Value.Constant { Text: var stored } }, { Value: Value.Constant { Text: var expected } }] && stored == expected;

    private Value AddCall(IOperation operation, MethodFacts method, Value? receiver, ImmutableArray<Argument> arguments, bool isDelegate)
    {
        var number = member.NextCall();
        _out.Add(new Call(operation.Syntax.Spot(), number, method, receiver, arguments) { IsDelegateCall = isDelegate, NameSpan = CallSpan(operation), ReceiverQuantity = QuantityOf((operation as IInvocationOperation)?.Instance), Touching = method.IsSource && operation is IInvocationOperation { Arguments.Length: > 1 } passing ? TouchingArguments(passing) : null });
        return new Value.CallResult(number);
    }

    private Value Subscribe(IEventAssignmentOperation subscription)
    {
        if (Unwrap(subscription.EventReference) is not IEventReferenceOperation reference)
            return Children(subscription);
        var receiver = reference.Instance is null ? null : ReceiverOf(reference.Instance);
        if (Unwrap(subscription.HandlerValue) is not IConditionalOperation { WhenFalse: { } otherwise } choice)
        {
            Subscribe(subscription, reference, receiver, subscription.HandlerValue);
            return Value.Unknown;
        }

        // One handler or the other: each is there under what led to it.
        var (condition, test, negated) = Tested(choice.Condition);
        var arms = ImmutableArray.Create(
            Inside(choice.WhenTrue.Syntax.Spot(), () => Subscribe(subscription, reference, receiver, choice.WhenTrue)),
            Inside(otherwise.Syntax.Spot(), () => Subscribe(subscription, reference, receiver, otherwise)));
        _out.Add(new Branch(choice.Syntax.Spot(), condition, test, negated, arms) { Comparisons = ComparisonsOf(choice.Condition) });
        return Value.Unknown;
    }

    private void Subscribe(IEventAssignmentOperation subscription, IEventReferenceOperation reference, Value? receiver, IOperation added)
    {
        var handler = Evaluate(added);
        var accessor = subscription.Adds ? reference.Event.AddMethod : reference.Event.RemoveMethod;
        if (accessor is not null)
            AddCall(subscription, Symbols.Method(accessor, reference.Instance?.Type), receiver, ImmutableArray.Create(new Argument(handler, 0, false, LockObjectShape.Other, added.Syntax.Spot())), isDelegate: false);
        if (reference.Event.OriginalDefinition.DeclaringSyntaxReferences.Length > 0)
            _out.Add(new Access(subscription.Syntax.Spot(), new Value.Field(receiver, Symbols.Event(reference.Event)), AccessKind.Update | AccessKind.Atomic) { Stored = subscription.Adds ? handler : Value.Unknown, Operator = subscription.Adds ? "" : "-=" });
    }

    /// <summary>From the receiver to the name of what is called: where a finding about the call stands.</summary>
    private static TextSpan CallSpan(IOperation operation) => operation.Syntax switch
    {
        InvocationExpressionSyntax invocation => invocation.Expression.Spot(),
        _ => operation.Syntax.Spot(),
    };

    private LockObjectShape ShapeOf(IOperation operation)
    {
        var inner = Unwrap(operation);
        if (operation is IConversionOperation { Operand.Type.IsValueType: true, Type.IsReferenceType: true } || inner.Type is { IsValueType: true })
            return LockObjectShape.Boxed;
        if (inner.Type?.SpecialType == SpecialType.System_String)
            return LockObjectShape.String;
        return inner switch
        {
            IInstanceReferenceOperation => LockObjectShape.This,
            ITypeOfOperation => LockObjectShape.TypeObject,
            IInvocationOperation { TargetMethod: { Name: "GetType", ContainingType.SpecialType: SpecialType.System_Object } } => LockObjectShape.TypeObject,
            IObjectCreationOperation or IArrayCreationOperation => LockObjectShape.Fresh,
            IFieldReferenceOperation field => field.Field.DeclaredAccessibility == Accessibility.Private ? LockObjectShape.PrivateField
                : field.Field.DeclaredAccessibility == Accessibility.Public && SymbolFacts.IsVisibleOutside(field.Field) ? LockObjectShape.PublicField
                : LockObjectShape.SharedField,
            ILocalReferenceOperation local when IsBoxLocal(local.Local, local.SemanticModel) => LockObjectShape.Boxed,
            ILocalReferenceOperation local when IsFreshLocal(local.Local) && !member.IsCaptured(local.Local) => LockObjectShape.UnsharedLocal,
            _ => LockObjectShape.Other,
        };
    }

    /// <summary>Initialised with a value type's value and never assigned again: a box of this call's own.</summary>
    private static bool IsBoxLocal(ILocalSymbol local, SemanticModel? model) =>
        local.Type.IsReferenceType && model is not null
        && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
        && declarator.SyntaxTree == model.SyntaxTree && model.GetTypeInfo(value).Type is { IsValueType: true }
        && declarator.FirstAncestorOrSelf<BlockSyntax>() is { } block
        && !block.DescendantNodes().OfType<AssignmentExpressionSyntax>().Any(assignment => assignment.Left is IdentifierNameSyntax name && name.Identifier.ValueText == local.Name);

    /// <summary>Initialised with <c>new object()</c> and used for nothing but locking.</summary>
    private static bool IsFreshLocal(ILocalSymbol local) =>
        local.Type is { SpecialType: SpecialType.System_Object } or { Name: "Lock" }
        && local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax } declarator
        && declarator.FirstAncestorOrSelf<BlockSyntax>() is { } block
        && block.DescendantNodes().OfType<IdentifierNameSyntax>().Where(name => name.Identifier.ValueText == local.Name)
            .All(static name => name.Parent is LockStatementSyntax);
}
