using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ConcurrencyAnalyzers.Engine.Facts;

internal sealed partial class BodyLowering
{
    // Roslyn 4.5, which we compile against, has no name yet for `[a, b]`.
    private const OperationKind CollectionExpressionKind = (OperationKind)0x7f;

    private const OperationKind SpreadKind = (OperationKind)0x80;

    private const int DivisionUnits = 20;
    private const int OperatorMethodUnits = 10;

    private Value Evaluate(IOperation? operation, AccessKind use = AccessKind.None)
    {
        if (operation is null)
            return Value.Unknown;
        if (operation.ConstantValue is { HasValue: true, Value: var constant })
            return new Value.Constant(TextOf(constant))
            {
                EnumMember = operation is IFieldReferenceOperation { Type.TypeKind: TypeKind.Enum } named ? named.Field.Name : "",
            };
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (operation)
        {
            case ILocalReferenceOperation reference when _references.ContainsKey(reference.Local):
                return ReadPlace(operation, use);
            case ILocalReferenceOperation local:
                return ReadVariable(local, local.Local, use);
            case IParameterReferenceOperation parameter:
                return ReadParameter(parameter, use);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }:
                return _implicitReceiver;
            case IInstanceReferenceOperation:
                return Value.This;
            case IConditionalAccessInstanceOperation:
                return _conditionalReceivers.Count > 0 ? _conditionalReceivers.Peek() : Value.Unknown;
            case IImplicitIndexerReferenceOperation { IndexerSymbol: IPropertySymbol } indexer:
                return IndexFromEnd(indexer);
            case IMemberReferenceOperation and not IMethodReferenceOperation:
            case IArrayElementReferenceOperation:
                return ReadPlace(operation, use);
            case IMethodReferenceOperation method:
                return method.Method.MethodKind == MethodKind.LocalFunction
                    ? new Value.Lambda(IdOfLocalFunction(method.Method))
                    : new Value.MethodGroup(Symbols.Method(method.Method, method.Instance?.Type), method.Instance is null ? null : Evaluate(method.Instance));
            case IAnonymousFunctionOperation { Parent: IConversionOperation { Type.Name: "Expression" } }:
                // An expression tree is data about code: nothing in it runs here.
                return Value.Unknown;
            case IAnonymousFunctionOperation lambda:
                var id = member.ReadNested(lambda.Symbol, lambda.Body, this, BodyKind.Lambda, lambda.Syntax.Spot());
                Nested.Add(id);
                return new Value.Lambda(id);
            case IDelegateCreationOperation creation:
                return Evaluate(creation.Target);
            case IConversionOperation conversion:
                var converted = Evaluate(conversion.Operand, use);
                return conversion.Type is { IsValueType: true } && converted is not Value.Items && !HandleTypes.IsHandle(conversion.Type) ? Value.Unknown : converted;
            case IParenthesizedOperation parenthesized:
                return Evaluate(parenthesized.Operand, use);
            case IInvocationOperation invocation:
                return Invocation(invocation);
            case IObjectCreationOperation creation:
                return Creation(creation);
            case IAwaitOperation awaited:
                var awaitable = Evaluate(awaited.Operation);
                _out.Add(new Await(awaited.Syntax.Spot(), awaitable));
                _origins.Clear();
                return HandleTypes.IsHandle(awaited.Type) ? new Value.Awaited(awaitable) : awaited.Type is { SpecialType: SpecialType.System_Boolean } ? new Value.Outcome(awaitable) : Value.Unknown;
            case IAssignmentOperation or IIncrementOrDecrementOperation or IEventAssignmentOperation:
                return Assignment(operation);
            case IBinaryOperation binary:
                return Binary(binary);
            case IUnaryOperation unary:
                var operand = Evaluate(unary.Operand);
                AddWork(unary, 1);
                return operand is Value.CallResult ? operand : Value.Unknown;
            case IConditionalOperation conditional:
                return Choose(conditional);
            case ICoalesceOperation coalesce:
                return Coalesce(coalesce);
            case IConditionalAccessOperation access:
                return ConditionalAccess(access);
            case IIsPatternOperation pattern:
                var matched = Evaluate(pattern.Value, AccessKind.Test);
                if (HandleTypes.IsHandle(Unwrap(pattern.Value).Type))
                    _out.Add(new Escape(pattern.Value.Syntax.Spot(), matched));
                DeclarePatternVariables(pattern.Pattern, matched);
                NoteNullPattern(pattern.Pattern, matched);
                return Value.Unknown;
            case ISwitchExpressionOperation choice:
                return SwitchExpression(choice);
            case IArrayCreationOperation array:
                foreach (var size in array.DimensionSizes)
                    Evaluate(size);
                return Items(array.Initializer?.ElementValues ?? ImmutableArray<IOperation>.Empty);
            case IThrowOperation thrown:
                Evaluate(thrown.Exception);
                _out.Add(new Jump(thrown.Syntax.Spot(), JumpKind.Throw, Value.Unknown));
                return Value.Unknown;
            case ITranslatedQueryOperation query:
                return Evaluate(query.Operation);
            case IWithOperation with:
                return With(with);
            case IAnonymousObjectCreationOperation anonymous:
                foreach (var initializer in anonymous.Initializers)
                    EvaluateUntracked(initializer is ISimpleAssignmentOperation assignment ? assignment.Value : initializer);
                return Value.Unknown;
            case IInterpolatedStringOperation:
                AddWork(operation, 50);
                return Children(operation);
            case IDeclarationExpressionOperation declaration:
                return DeclarationExpression(declaration);
            case INameOfOperation or ITypeOfOperation:
                return Value.Unknown;
            case ILocalFunctionOperation or IBlockOperation or IReturnOperation or IExpressionStatementOperation or IVariableDeclarationGroupOperation:
                Statement(operation);
                return Value.Unknown;
            case { Kind: CollectionExpressionKind }:
                return Items(operation.ChildOperations.ToImmutableArray());
            default:
                return Children(operation);
        }
    }

    private Value Children(IOperation operation)
    {
        foreach (var child in operation.ChildOperations)
            EvaluateUntracked(child);
        return Value.Unknown;
    }

    /// <summary>Evaluates what goes to a place that no node describes.</summary>
    private void EvaluateUntracked(IOperation operation)
    {
        var value = Evaluate(operation);
        if (value is not (Value.UnknownValue or Value.Constant) && HandleTypes.IsHandle(Unwrap(operation).Type))
            _out.Add(new Escape(operation.Syntax.Spot(), value));
    }

    private Value Items(ImmutableArray<IOperation> elements)
    {
        var values = elements.Select(element => element.Kind == SpreadKind
            ? new Value.Element(Evaluate(element.ChildOperations.First()), IndexShape.Any, "")
            : Evaluate(element)).ToImmutableArray();
        return new Value.Items(member.NextCall(), values);
    }

    private Value ReadVariable(IOperation operation, ISymbol variable, AccessKind use)
    {
        var place = new Value.Local(Symbols.Variable(variable));
        LocalReads.Add(new(operation.Syntax.Spot().Start, place.Variable));
        if (_inCondition)
            NoteTest(operation, place.Variable);
        if (IsShared(place))
            _out.Add(new Access(operation.Syntax.Spot(), place, AccessKind.Read | use | ConditionFlag));
        return place;
    }

    private Value ReadParameter(IParameterReferenceOperation reference, AccessKind use)
    {
        if (!IsPrimaryParameter(reference.Parameter))
            return ReadVariable(reference, reference.Parameter, use);
        var place = new Value.Field(Value.This, Symbols.PrimaryParameter(reference.Parameter));
        _out.Add(new Access(reference.Syntax.Spot(), place, AccessKind.Read | use | ConditionFlag));
        return place;
    }

    private AccessKind ConditionFlag => (_inCondition ? AccessKind.Test : AccessKind.None) | (_inPoll ? AccessKind.Poll : AccessKind.None);

    private static bool IsNullTest(IOperation condition) => Unwrap(condition) switch
    {
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } } or IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } or IRecursivePatternOperation or IDeclarationPatternOperation } => true,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary => IsNull(binary.LeftOperand) || IsNull(binary.RightOperand),
        _ => false,
    };

    private static bool IsPlainNullTest(IOperation condition) =>
        IsNullTest(condition) && Unwrap(condition) is not IIsPatternOperation { Pattern: IRecursivePatternOperation or IDeclarationPatternOperation };

    /// <summary>How a condition compares: the outermost comparison, or any inside.</summary>
    private static ComparisonKind ComparisonOf(IOperation condition)
    {
        var result = ComparisonKind.None;
        foreach (var part in condition.DescendantsAndSelf())
        {
            if (part is IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual })
                return ComparisonKind.Order;
            if (part is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } or IConstantPatternOperation)
                result = ComparisonKind.Equality;
        }

        return result;
    }

    /// <summary>Captured by members, a primary-constructor parameter lives as long as the object.</summary>
    private static bool IsPrimaryParameter(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
        && constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax;

    private void Condition(IOperation condition)
    {
        var saved = _inCondition;
        _inCondition = true;
        Evaluate(condition);
        _inCondition = saved;
    }

    /// <summary>Lowers a condition and finds the one value that it tests, through negation and comparison with a literal.</summary>
    private (Node Condition, Value Test, bool Negated) Tested(IOperation condition)
    {
        var test = Value.Unknown;
        var negated = false;
        var node = Inside(condition.Syntax.Spot(), () =>
        {
            var saved = _inCondition;
            _inCondition = true;
            (_nullTested, _nullArm) = (Value.Unknown, -1);
            var inner = Unwrap(condition);
            while (inner is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
            {
                negated = !negated;
                inner = Unwrap(not.Operand);
            }

            if (inner is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand.ConstantValue: { HasValue: true, Value: bool literal } } comparison)
            {
                negated ^= literal == (comparison.OperatorKind == BinaryOperatorKind.NotEquals);
                inner = comparison.LeftOperand;
            }
            else if (inner is IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } outcome && IsEntry(outcome) is { } enters)
            {
                negated ^= enters == (outcome.OperatorKind == BinaryOperatorKind.NotEquals);
                inner = outcome.LeftOperand;
            }

            else if (IsEntry(inner) is { } wins)
            {
                negated ^= !wins;
                inner = inner is IIsPatternOperation match ? match.Value : ((IBinaryOperation)inner).LeftOperand;
            }

            test = Evaluate(inner);
            if (negated && _nullArm >= 0)
                _nullArm = 1 - _nullArm;
            _inCondition = saved;
        });
        return (node, test, negated);
    }

    private Value Binary(IBinaryOperation binary)
    {
        var isNullTest = binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals;
        if (binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            DeclareAhead(binary.RightOperand);
            var (condition, test, negated) = Tested(binary.LeftOperand);
            var (nulled, nullArm) = (_nullTested, _nullArm);
            var right = Inside(binary.RightOperand.Syntax.Spot(), () => Evaluate(binary.RightOperand));
            if (nullArm >= 0)
                (_nullTested, _nullArm) = (nulled, nullArm);
            var arms = binary.OperatorKind == BinaryOperatorKind.ConditionalAnd ? ImmutableArray.Create(right, Empty(binary)) : ImmutableArray.Create(Empty(binary), right);
            _out.Add(new Branch(binary.Syntax.Spot(), condition, test, negated, arms) { Comparisons = ComparisonsOf(binary.LeftOperand) });
            return Value.Unknown;
        }

        var use = isNullTest ? AccessKind.Test : binary.OperatorKind is BinaryOperatorKind.Divide or BinaryOperatorKind.Multiply ? AccessKind.Factor : AccessKind.None;
        var left = Evaluate(binary.LeftOperand, use);
        if (HandleTypes.IsHandle(Unwrap(binary.LeftOperand).Type))
            _out.Add(new Escape(binary.LeftOperand.Syntax.Spot(), left));
        var other = Evaluate(binary.RightOperand, use);
        if (isNullTest && IsNull(binary.RightOperand))
            NoteNullTest(left, binary.OperatorKind == BinaryOperatorKind.Equals);
        else if (isNullTest && IsNull(binary.LeftOperand))
            NoteNullTest(other, binary.OperatorKind == BinaryOperatorKind.Equals);
        AddWork(binary, UnitsOf(binary.OperatorKind, binary.LeftOperand.Type, binary.OperatorMethod));
        if (isNullTest && HandleTypes.IsHandle(Unwrap(binary.LeftOperand).Type) && HandleTypes.IsHandle(Unwrap(binary.RightOperand).Type))
            return new Value.Same(left, other, binary.OperatorKind == BinaryOperatorKind.Equals);
        return left is Value.CallResult ? left : NullFlag(binary) ?? Value.Unknown;
    }

    private static int UnitsOf(BinaryOperatorKind kind, ITypeSymbol? type, IMethodSymbol? method) => type?.SpecialType switch
    {
        SpecialType.System_String => kind == BinaryOperatorKind.Add ? 50 : 10,
        SpecialType.System_Decimal => 30,
        _ when method is not null => type is { Name: "BigInteger" } ? 100 : OperatorMethodUnits,
        _ when kind is BinaryOperatorKind.Divide or BinaryOperatorKind.Remainder => DivisionUnits,
        SpecialType.System_Double or SpecialType.System_Single => 3,
        _ when kind == BinaryOperatorKind.Multiply => 3,
        _ => 1,
    };

    private Value Coalesce(ICoalesceOperation coalesce)
    {
        var left = Evaluate(coalesce.Value, AccessKind.Test);
        var right = Value.Unknown;
        _out.Add(new Branch(coalesce.Syntax.Spot(), Empty(coalesce), Value.Unknown, false, ImmutableArray.Create(Empty(coalesce), Inside(coalesce.WhenNull.Syntax.Spot(), () => right = Evaluate(coalesce.WhenNull)))) { NullTested = left, NullArm = 1 });
        return Value.OneOf(left, right);
    }

    private Value Choose(IConditionalOperation conditional)
    {
        var (condition, test, negated) = Tested(conditional.Condition);
        var (nulled, nullArm) = (_nullTested, _nullArm);
        Value whenTrue = Value.Unknown, whenFalse = Value.Unknown;
        var arms = ImmutableArray.Create(
            Inside(conditional.WhenTrue.Syntax.Spot(), () => whenTrue = Evaluate(conditional.WhenTrue)),
            Inside(conditional.WhenFalse?.Syntax.Spot() ?? default, () => whenFalse = Evaluate(conditional.WhenFalse)));
        _out.Add(new Branch(conditional.Syntax.Spot(), condition, test, negated, arms) { NullTested = nulled, NullArm = nullArm, Comparisons = ComparisonsOf(conditional.Condition) });
        return Value.OneOf(whenTrue, whenFalse);
    }

    private Value ConditionalAccess(IConditionalAccessOperation access)
    {
        _conditionalReceivers.Push(Evaluate(access.Operation, AccessKind.Dereference | AccessKind.NullSafe));
        var result = Value.Unknown;
        var arm = Inside(access.WhenNotNull.Syntax.Spot(), () => result = Evaluate(access.WhenNotNull));
        _conditionalReceivers.Pop();
        _out.Add(new Branch(access.Syntax.Spot(), Empty(access), Value.Unknown, false, ImmutableArray.Create(arm, Empty(access))) { IsNullTest = true });
        return result;
    }

    private Value SwitchExpression(ISwitchExpressionOperation choice)
    {
        var subject = Evaluate(choice.Value);
        var results = new List<Value>();
        var arms = choice.Arms.Select(arm => Inside(arm.Syntax.Spot(), () =>
        {
            DeclarePatternVariables(arm.Pattern, subject);
            if (arm.Guard is not null)
                Condition(arm.Guard);
            results.Add(Evaluate(arm.Value));
        })).ToImmutableArray();
        _out.Add(new Branch(choice.Syntax.Spot(), Empty(choice), Value.Unknown, false, arms));
        return Value.OneOf(results.ToArray());
    }

    private void DeclarePatternVariables(IOperation pattern, Value matched)
    {
        var whole = pattern is INegatedPatternOperation negated ? negated.Pattern : pattern;
        foreach (var part in pattern.DescendantsAndSelf())
        {
            if ((part is IDeclarationPatternOperation declaration ? declaration.DeclaredSymbol : (part as IRecursivePatternOperation)?.DeclaredSymbol) is { } symbol)
            {
                var variable = Symbols.Variable(symbol);
                _out.Add(new Declare(part.Syntax.Spot(), variable));
                if (ReferenceEquals(part, whole))
                    _out.Add(new Bind(part.Syntax.Spot(), variable, matched));
            }
            else if (part is IConstantPatternOperation)
            {
                AddWork(part, 1);
            }
        }
    }

    /// <summary>What the right side declares is new where both sides held, though where they meet only one may have run.</summary>
    private void DeclareAhead(IOperation operation)
    {
        if (operation is IDeclarationExpressionOperation { Expression: ILocalReferenceOperation { Local: var local } })
            _out.Add(new Declare(operation.Syntax.Spot(), Symbols.Variable(local)));
        else if (operation is not IAnonymousFunctionOperation)
            foreach (var child in operation.ChildOperations)
                DeclareAhead(child);
    }

    private Value DeclarationExpression(IDeclarationExpressionOperation declaration)
    {
        foreach (var part in declaration.DescendantsAndSelf())
            if (part is ILocalReferenceOperation local)
                _out.Add(new Declare(part.Syntax.Spot(), Symbols.Variable(local.Local)));
        return Unwrap(declaration.Expression) is ILocalReferenceOperation single ? new Value.Local(Symbols.Variable(single.Local)) : Value.Unknown;
    }

    private string IdOfLocalFunction(IMethodSymbol function) =>
        member.NestedId(function.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.Spot().Start ?? 0);

    private static Node Empty(IOperation operation) => new Sequence(operation.Syntax.Spot(), ImmutableArray<Node>.Empty);

    private void AddWork(IOperation operation, int units)
    {
        if (_out.Count > 0 && _out[_out.Count - 1] is Work last)
            _out[_out.Count - 1] = new Work(last.Span, last.Units + units);
        else
            _out.Add(new Work(operation.Syntax.Spot(), units));
    }
}
