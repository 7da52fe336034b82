using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine.Facts;

/// <summary>
/// Lowers the operations of one body to <see cref="Node"/>s in evaluation order. Split by what is lowered:
/// statements here, loops, expressions, stores and calls in the files beside.
/// </summary>
internal sealed partial class BodyLowering(MemberReader member, string bodyId)
{
    private List<Node> _out = [];
    private bool _inCondition;
    private bool _inPoll;
    private Value _implicitReceiver = Value.Unknown;

    /// <summary>What the condition just lowered compares with null, and which arm (0: it holds, 1: it does not) runs where it is.</summary>
    private Value _nullTested = Value.Unknown;
    private int _nullArm = -1;
    private readonly Stack<Value> _conditionalReceivers = new();

    public string BodyId { get; } = bodyId;

    public bool HasYield { get; private set; }

    public ImmutableArray<LocalRead>.Builder LocalReads { get; } = ImmutableArray.CreateBuilder<LocalRead>();

    public ImmutableArray<string>.Builder Nested { get; } = ImmutableArray.CreateBuilder<string>();

    private SymbolFacts Symbols => member.Symbols;

    public Node Finish(TextSpan span) => new Sequence(span, _out.ToImmutableArray());

    public void Statement(IOperation? operation)
    {
        switch (operation)
        {
            case null:
                break;
            case IBlockOperation block:
                Block(block.Operations, 0);
                break;
            case IMethodBodyOperation method:
                Statement(method.BlockBody ?? method.ExpressionBody);
                break;
            case IConstructorBodyOperation constructor:
                Statement(constructor.Initializer);
                Statement(constructor.BlockBody ?? constructor.ExpressionBody);
                break;
            case ISymbolInitializerOperation initializer:
                Initialize(initializer);
                break;
            case IExpressionStatementOperation statement:
                ExpressionStatement(statement);
                break;
            case IVariableDeclarationGroupOperation group:
                foreach (var declaration in group.Declarations)
                    Declaration(declaration);
                break;
            case IConditionalOperation conditional:
                Conditional(conditional);
                break;
            case ISwitchOperation choice:
                Switch(choice);
                break;
            case ILoopOperation loop:
                LowerLoop(loop);
                break;
            case ITryOperation attempt:
                _out.Add(new TryNode(
                    attempt.Syntax.Spot(),
                    Nest(attempt.Body),
                    attempt.Catches.Select(handler => Inside(handler.Syntax.Spot(), () =>
                    {
                        foreach (var local in handler.Locals)
                            _out.Add(new Declare(handler.Syntax.Spot(), Symbols.Variable(local)));
                        if (handler.Filter is not null)
                            Condition(handler.Filter);
                        Statement(handler.Handler);
                    })).ToImmutableArray(),
                    attempt.Finally is null ? null : Nest(attempt.Finally))
                {
                    CatchesAll = attempt.Catches.Any(CatchesAll),
                });
                break;
            case ILockOperation @lock:
                Lock(@lock);
                break;
            case IUsingOperation @using:
                Using(@using);
                break;
            case IUsingDeclarationOperation declaration:
                UsingUntilEnd(declaration, declaration.Syntax.Spot(), static () => { });
                break;
            case IReturnOperation { Kind: OperationKind.YieldReturn } result:
                HasYield = true;
                _out.Add(new Jump(result.Syntax.Spot(), JumpKind.YieldReturn, Evaluate(result.ReturnedValue)));
                break;
            case IReturnOperation result:
                HasYield |= result.Kind == OperationKind.YieldBreak;
                _out.Add(new Jump(result.Syntax.Spot(), JumpKind.Return, Returned(result.ReturnedValue)) { Comparison = result.ReturnedValue is { Type.SpecialType: SpecialType.System_Boolean } answer ? ComparisonOf(answer) : ComparisonKind.None, IsByRef = result.Syntax is ReturnStatementSyntax { Expression: RefExpressionSyntax } or ArrowExpressionClauseSyntax { Expression: RefExpressionSyntax } });
                break;
            case IBranchOperation branch:
                _out.Add(new Jump(branch.Syntax.Spot(), branch.BranchKind switch
                {
                    BranchKind.Break => JumpKind.Break,
                    BranchKind.Continue => JumpKind.Continue,
                    _ => JumpKind.Goto,
                }, Value.Unknown));
                break;
            case ILabeledOperation labeled:
                Statement(labeled.Operation);
                break;
            case ILocalFunctionOperation function:
                Nested.Add(member.ReadNested(function.Symbol, function.Body, this, BodyKind.LocalFunction, function.Syntax.Spot()));
                break;
            default:
                Evaluate(operation);
                break;
        }
    }

    private void Block(ImmutableArray<IOperation> operations, int start)
    {
        for (var i = start; i < operations.Length; i++)
        {
            if (operations[i] is IUsingDeclarationOperation declaration)
            {
                // `using var` lasts to the end of the block.
                var rest = i + 1;
                UsingUntilEnd(declaration, TextSpan.FromBounds(declaration.Syntax.Spot().Start, operations[operations.Length - 1].Syntax.Spot().End), () => Block(operations, rest));
                return;
            }

            Statement(operations[i]);
        }
    }

    private void ExpressionStatement(IExpressionStatementOperation statement)
    {
        var expression = statement.Operation;
        var value = Evaluate(expression);
        if (expression is IInvocationOperation or ISimpleAssignmentOperation { Target: IDiscardOperation } && _out.Count > 0 && _out[_out.Count - 1] is Call { IsConstruction: false } last && value.Equals(new Value.CallResult(last.Number)))
            last.IsDropped = true;
        if ((expression is ISimpleAssignmentOperation { Target: IDiscardOperation } ignored ? ignored.Value : expression) is IAwaitOperation { Type.SpecialType: SpecialType.System_Boolean } && _out.Count > 0 && _out[_out.Count - 1] is Await awaited)
            NoteUnasked(awaited.Operand);
        if (expression is ISimpleAssignmentOperation { Target: IDiscardOperation } discard)
        {
            if (HandleTypes.IsHandle(discard.Value.Type))
                _out.Add(new Drop(discard.Value.Syntax.Spot(), value, isExplicit: true));
        }
        else if (expression is IInvocationOperation or IObjectCreationOperation or IConditionalAccessOperation or IPropertyReferenceOperation
            && (HandleTypes.IsHandle(expression.Type) || HasRole(expression)))
        {
            _out.Add(new Drop(expression.Syntax.Spot(), value, isExplicit: SilencedWarnings.AcceptDroppedTask(expression.Syntax)));
        }
    }

    /// <summary>The call that is waited for, be it by way of <c>ConfigureAwait</c>.</summary>
    private void NoteUnasked(Value awaited)
    {
        for (var i = _out.Count - 1; i >= 0; i--)
            if (_out[i] is Call call && awaited.Equals(new Value.CallResult(call.Number)))
            {
                call.IsUnasked = true;
                if (call is { Method.Name: "ConfigureAwait", Receiver: { } task })
                    awaited = task;
            }
    }

    private bool HasRole(IOperation expression) =>
        expression is IInvocationOperation { TargetMethod: { ReturnsVoid: false } method }
        && Symbols.Knowledge.RoleOf(Symbols.Method(method, null).Key) is not (Engine.Knowledge.MemberRole.None or Engine.Knowledge.MemberRole.Begin or Engine.Knowledge.MemberRole.Callback or Engine.Knowledge.MemberRole.TimerChange or Engine.Knowledge.MemberRole.JoinLater or Engine.Knowledge.MemberRole.Subscribe or Engine.Knowledge.MemberRole.Observable or Engine.Knowledge.MemberRole.Endpoint);

    private static bool CatchesAll(ICatchClauseOperation handler) =>
        handler.ExceptionType is null or { SpecialType: SpecialType.System_Object } or { Name: "Exception", ContainingNamespace.Name: "System" }
        && !handler.Handler.Descendants().Any(static part => part is IThrowOperation);

    private void Declaration(IVariableDeclarationOperation declaration)
    {
        foreach (var declarator in declaration.Declarators)
        {
            var variable = Symbols.Variable(declarator.Symbol);
            var initializer = declarator.Initializer ?? declaration.Initializer;
            if (declarator.Symbol.RefKind != RefKind.None && initializer is not null && ReferenceTo(initializer.Value) is { } storage)
            {
                _references[declarator.Symbol] = storage;
                continue;
            }

            var (before, reads) = (_out.Count, LocalReads.Count);
            var value = initializer is null ? null : Evaluate(initializer.Value);
            NoteNumber(declarator.Symbol, initializer?.Value);
            if (initializer is not null)
                NoteOrigins(variable, initializer.Value, before, reads);
            _out.Add(new Declare(declarator.Syntax.Spot(), variable));
            if (value is not null)
                _out.Add(new Bind(declarator.Syntax.Spot(), variable, CopyOf(value, declarator.Symbol.Type)) { Quantity = QuantityOf(initializer!.Value), IsCopy = IsCopy(initializer.Value) });
        }
    }

    private void Initialize(ISymbolInitializerOperation initializer)
    {
        var value = Evaluate(initializer.Value);
        switch (initializer)
        {
            case IFieldInitializerOperation field:
                foreach (var symbol in field.InitializedFields)
                    Store(initializer.Syntax.Spot(), new Value.Field(symbol.IsStatic ? null : Value.This, Symbols.Field(symbol)), value, initializer.Value);
                break;
            case IPropertyInitializerOperation property:
                foreach (var symbol in property.InitializedProperties)
                    Store(initializer.Syntax.Spot(), new Value.Field(symbol.IsStatic ? null : Value.This, Symbols.Property(symbol)), value, initializer.Value);
                break;
        }
    }

    private void Conditional(IConditionalOperation conditional)
    {
        var (condition, test, negated) = Tested(conditional.Condition);
        var (nulled, nullArm) = (_nullTested, _nullArm);
        var arms = ImmutableArray.Create(Nest(conditional.WhenTrue), Nest(conditional.WhenFalse));
        _out.Add(new Branch(conditional.Syntax.Spot(), condition, test, negated, arms) { IsNullTest = IsNullTest(conditional.Condition), IsPlainNullTest = IsPlainNullTest(conditional.Condition), Comparison = ComparisonOf(conditional.Condition), NullTested = nulled, NullArm = nullArm, Comparisons = ComparisonsOf(conditional.Condition).AddRange(KnownPast(conditional)) });
    }

    private void Switch(ISwitchOperation choice)
    {
        var condition = Inside(choice.Value.Syntax.Spot(), () => Condition(choice.Value));
        var arms = choice.Cases.Select(section => Inside(section.Syntax.Spot(), () =>
        {
            foreach (var clause in section.Clauses)
                if (clause is IPatternCaseClauseOperation pattern)
                {
                    DeclarePatternVariables(pattern.Pattern, Value.Unknown);
                    if (pattern.Guard is not null)
                        Condition(pattern.Guard);
                }
            Block(section.Body, 0);
        })).ToList();
        if (!choice.Cases.Any(static section => section.Clauses.Any(static clause => clause.CaseKind == CaseKind.Default)))
            arms.Add(new Sequence(choice.Syntax.Spot(), ImmutableArray<Node>.Empty));

        // A `break` in a section leaves the switch: to the interpreter it is a loop that turns once.
        var body = new Branch(choice.Syntax.Spot(), condition, Value.Unknown, negated: false, arms.ToImmutableArray()) { Comparisons = ComparisonsOf(choice) };
        _out.Add(new Loop(choice.Syntax.Spot(), LoopKind.DoWhile) { Body = body, Trips = new(1, false, true), Bounds = new(LoopEnd.Counted, null, s_one, Quantity.Unknown, s_one) });
    }

    private void Lock(ILockOperation @lock)
    {
        var value = Evaluate(@lock.LockedValue);
        var isLockType = Unwrap(@lock.LockedValue).Type is { Name: "Lock", ContainingNamespace: { Name: "Threading", ContainingNamespace.Name: "System" } };
        _out.Add(new LockRegion(@lock.Syntax.Spot(), value, ShapeOf(@lock.LockedValue), @lock.LockedValue.Syntax.Spot(), Nest(@lock.Body)) { IsLockType = isLockType });
    }

    /// <summary>A window into memory (a span, a <c>Memory</c>) that is made in the last step stands for what it looks into.</summary>
    private Value Returned(IOperation? value) => value is IConversionOperation { Type: { Name: "ReadOnlySpan" or "Span" or "ReadOnlyMemory" or "Memory" or "ArraySegment", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } window
        ? Evaluate(window.Operand)
        : Evaluate(value);

    private Node Nest(IOperation? operation) => Inside(operation?.Syntax.Spot() ?? default, () => Statement(operation));

    private Node Inside(TextSpan span, Action lower)
    {
        var saved = _out;
        _out = [];
        lower();
        var node = new Sequence(span, _out.ToImmutableArray());
        _out = saved;
        return node;
    }

    private static IOperation Unwrap(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } or IParenthesizedOperation)
            operation = operation is IConversionOperation conversion ? conversion.Operand : ((IParenthesizedOperation)operation).Operand;
        return operation;
    }

    /// <summary>The value of a variable or member as it is.</summary>
    private static bool IsCopy(IOperation value) => Unwrap(value) is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation;

    /// <summary>Assigning a struct copies it, so the variable names a new object.</summary>
    private static Value CopyOf(Value value, ITypeSymbol? type) =>
        value is not Value.Constant && type is { IsValueType: true, SpecialType: not SpecialType.System_Boolean, Name: not "CancellationTokenRegistration" } && !SymbolFacts.IsAwaitable(type) ? Value.Unknown : value;
}
