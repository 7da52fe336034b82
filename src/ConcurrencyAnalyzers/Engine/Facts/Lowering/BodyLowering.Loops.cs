using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ConcurrencyAnalyzers.Engine.Facts;

internal sealed partial class BodyLowering
{
    private void LowerLoop(ILoopOperation loop)
    {
        switch (loop)
        {
            case IForEachLoopOperation each:
                ForEach(each);
                break;
            case IForLoopOperation loopFor:
                For(loopFor);
                break;
            case IWhileLoopOperation loopWhile:
                While(loopWhile);
                break;
            default:
                foreach (var child in loop.ChildOperations)
                    Statement(child);
                break;
        }
    }

    private void ForEach(IForEachLoopOperation each)
    {
        var source = Unwrap(each.Collection);

        // How the walk waits is no matter of what it goes through.
        while (each.IsAsynchronous && source is IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "WithCancellation" } told && (told.Instance ?? told.Arguments.FirstOrDefault()?.Value) is { } inner)
            source = Unwrap(inner);
        var collection = Evaluate(each.IsAsynchronous ? source : each.Collection);
        if (Symbols.SafetyOf(source.Type) is var (safety, key) && IsMutable(safety))
            _out.Add(new Access(source.Syntax.Spot(), collection, Symbols.Knowledge.EnumerationOf(key)));
        else
            ContentOfArray(each.Collection, source.Syntax.Spot(), AccessKind.Read, isWalked: true);

        var variables = each.Locals.Select(Symbols.Variable).ToImmutableArray();
        var constant = source is IInvocationOperation { TargetMethod: { Name: "Range", ContainingType.Name: "Enumerable" }, Arguments: [_, { Value.ConstantValue: { HasValue: true, Value: int count } }] } ? count : (long?)null;
        if (source is IArrayCreationOperation { Initializer.ElementValues.Length: var length })
            constant = length;
        _out.Add(new Loop(each.Syntax.Spot(), LoopKind.ForEach)
        {
            Body = Inside(each.Body.Syntax.Spot(), () =>
            {
                foreach (var variable in variables)
                    _out.Add(new Declare(each.LoopControlVariable.Syntax.Spot(), variable));
                if (variables.Length == 1)
                    _out.Add(new Bind(each.LoopControlVariable.Syntax.Spot(), variables[0], new Value.Element(collection, IndexShape.Any, "")));
                Statement(each.Body);
            }),
            Variables = variables,
            Collection = collection,
            IsAsync = each.IsAsynchronous,
            Trips = new(constant, false, true),
            Bounds = new(LoopEnd.Items, variables.FirstOrDefault(), QuantityOf(each.Collection), Quantity.Unknown, s_one),
        });
    }

    private void For(IForLoopOperation loop)
    {
        NoteRange(loop);
        NoteSweep(loop);
        _out.Add(ForLoop(loop));
    }

    private Loop ForLoop(IForLoopOperation loop) => new(loop.Syntax.Spot(), LoopKind.For)
    {
        Before = Inside(loop.Syntax.Spot(), () =>
        {
            foreach (var before in loop.Before)
                Statement(before);
        }),
        Condition = loop.Condition is null ? null : Inside(loop.Condition.Syntax.Spot(), () => Condition(loop.Condition)),
        Body = Nest(loop.Body),
        Step = Inside(loop.Syntax.Spot(), () =>
        {
            foreach (var step in loop.AtLoopBottom)
                Statement(step);
        }),
        Trips = TripsOf(loop),
        Bounds = BoundsOf(loop, loop.Condition),
    };

    private void While(IWhileLoopOperation loop)
    {
        var polls = IsPoll(loop);
        var infinite = loop.Condition?.ConstantValue is { HasValue: true, Value: true };
        _out.Add(new Loop(loop.Syntax.Spot(), loop.ConditionIsTop ? LoopKind.While : LoopKind.DoWhile)
        {
            Condition = loop.Condition is null || infinite ? null : Inside(loop.Condition.Syntax.Spot(), () => Poll(loop.Condition, polls)),
            Body = Nest(loop.Body),
            Trips = new(null, infinite, false),
            Bounds = BoundsOf(loop, loop.Condition),
            IsWhileAny = loop.Condition is not null && Unwrap(loop.Condition) is IBinaryOperation { OperatorKind: BinaryOperatorKind.GreaterThan or BinaryOperatorKind.NotEquals, RightOperand.ConstantValue: { HasValue: true, Value: 0 or 0L } },
        });
    }

    private void Poll(IOperation condition, bool polls)
    {
        var saved = _inPoll;
        _inPoll = polls;
        Condition(condition);
        _inPoll = saved;
    }

    /// <summary>Nothing in the loop makes the thread look at memory afresh for sure: no await, no lock, no barrier.</summary>
    private static bool IsPoll(IWhileLoopOperation loop) => !EndsByClock(loop.Condition) &&
        !loop.Syntax.DescendantNodes().Any(static node => node is AwaitExpressionSyntax or LockStatementSyntax or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Interlocked" or "Monitor" or "Volatile" } });

    /// <summary>One of several conditions, all of which must hold, asks for the time: the loop ends whatever it sees of the others.</summary>
    private static bool EndsByClock(IOperation? condition) => condition is not null && Unwrap(condition) switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both => EndsByClock(both.LeftOperand) || EndsByClock(both.RightOperand),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } limit =>
            limit.DescendantsAndSelf().Any(static part => part is IPropertyReferenceOperation { Property: { Name: "Now" or "UtcNow" or "TickCount" or "TickCount64" or "Elapsed" or "ElapsedMilliseconds" or "ElapsedTicks", ContainingType.ContainingNamespace: { Name: "System" or "Diagnostics" } } }),
        _ => false,
    };

    private static TripCount TripsOf(IForLoopOperation loop)
    {
        if (loop.Condition is null)
            return new(null, true, false);
        if (Unwrap(loop.Condition) is not IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } bound)
            return default;
        var start = loop.Before is [IVariableDeclarationGroupOperation { Declarations: [{ Declarators: [{ Initializer.Value: { } first }] }] }] ? Number(first) : null;
        if (loop.AtLoopBottom is not [IExpressionStatementOperation { Operation: IIncrementOrDecrementOperation or ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } } step])
            return new(null, false, true);
        var stride = step.Operation is ICompoundAssignmentOperation compound ? Number(compound.Value) : 1;
        var end = Number(bound.RightOperand);
        return new(start is { } from && end is { } to && stride is > 0 ? Math.Abs(to - from) / stride : null, false, true);

        static long? Number(IOperation operation) => operation.ConstantValue is { HasValue: true, Value: IConvertible value and not string and not bool and not char }
            ? (long)Math.Max(long.MinValue / 4, Math.Min(long.MaxValue / 4, Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)))
            : null;
    }
}
