using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;

namespace ConcurrencyAnalyzers.Engine.Cost;

internal sealed partial class CostModel
{
    private const double CallUnits = 4;
    private const double AllocationUnits = 20;
    private const double OpaqueUnits = 30;
    private const double OpaqueDispatchUnits = 100;

    /// <summary>Handing work to another thread; the work itself is that thread's.</summary>
    private const double SpawnUnits = 500;

    private const double WaitUnits = 100_000;

    private CallCost CostOf(MethodFacts method) =>
        _costs.Of(method.Key, method.TypeId.Length > 2 ? method.TypeId.Substring(2) : "", method.ReceiverTypeId);

    private BodyCost Measure(Call call, Scope scope)
    {
        if (call.IsDelegateCall)
            return BodyCost.Computing(CallUnits) + (call.Receiver is null ? BodyCost.Unknown(OpaqueUnits) : Function(call.Receiver, call.Arguments, scope, call));
        return call.Method.IsSource ? OfSource(call, scope) : OfMetadata(call, scope);
    }

    private BodyCost OfSource(Call call, Scope scope)
    {
        var own = BodyCost.Computing(call.IsConstruction ? AllocationUnits : CallUnits);
        var targets = Bodies(call.Method);
        if (targets.Count == 0)
            return own + (call.IsConstruction || IsPlainAccessor(call.Method) ? BodyCost.Zero : BodyCost.Unknown(OpaqueDispatchUnits));
        return own + targets.Aggregate(BodyCost.Zero, (cost, target) => BodyCost.Either(cost, Enter(target, call, call.Arguments, scope)));
    }

    /// <summary>What a call may run. An abstract or external declaration has an empty body here and says nothing.</summary>
    private List<BodyFacts> Bodies(MethodFacts method) => _program.Targets(method).Select(_program.Body).OfType<BodyFacts>()
        .Where(body => method.Name == ".ctor" || body.Root is not Sequence { Nodes.IsEmpty: true }).ToList();

    /// <summary>The accessor of an auto-property, or of one that an interface asks for: storage, as far as anybody knows.</summary>
    private static bool IsPlainAccessor(MethodFacts method) =>
        method.Name.StartsWith("get_", StringComparison.Ordinal) || method.Name.StartsWith("set_", StringComparison.Ordinal);

    private BodyCost OfMetadata(Call call, Scope scope)
    {
        switch (_program.Knowledge.RoleOf(call.Method.Key))
        {
            case MemberRole.ThreadCreate or MemberRole.TaskCreate or MemberRole.Start or MemberRole.SpawnTask or MemberRole.SpawnPool or MemberRole.SpawnTimer
                or MemberRole.Continuation or MemberRole.EventPool or MemberRole.EventReady or MemberRole.Endpoint or MemberRole.Callback or MemberRole.BlockCreate:
                return BodyCost.Computing(SpawnUnits);
            case MemberRole.SameHandle or MemberRole.Combine or MemberRole.CompletedTask:
                return BodyCost.Computing(CallUnits);
            case MemberRole.LockEnter or MemberRole.LockEnterShared or MemberRole.LockTry or MemberRole.LockScope:
                return BodyCost.Computing(LockUnits) + BodyCost.WaitingFor(LockWait);
            case MemberRole.LockExit or MemberRole.LockExitShared or MemberRole.LockExitUpgradeable or MemberRole.LockAssert:
                return BodyCost.Computing(CallUnits);
        }

        var cost = CostOf(call.Method);
        if (cost.Shape == CostShape.Opaque && call.Method.ReturnsAwaitable)
            return BodyCost.WaitingFor(WaitUnits);
        return cost.Shape switch
        {
            CostShape.Call => BodyCost.Computing(cost.Units) + Functions(call, scope, null),
            CostShape.Items => OfItems(call, cost.Units, scope) + BodyCost.Computing(cost.Fixed),
            CostShape.Turns => BodyCost.Computing(_sizes.Of(SizeOf(call, cost.Ordinal), scope) * Polynomial.Of(cost.Units)),
            CostShape.Wait => BodyCost.Computing(CallUnits) + BodyCost.WaitingFor(cost.Units),
            CostShape.Paced => BodyCost.Computing(CallUnits),
            _ when call.IsConstruction || call.Method.Name.StartsWith("get_", StringComparison.Ordinal) => BodyCost.Unknown(AllocationUnits),
            _ => BodyCost.Unknown(OpaqueUnits) + Functions(call, scope, null),
        };
    }

    private BodyCost OfItems(Call call, double units, Scope scope)
    {
        var source = call.Receiver is null ? SizeOf(call, 0) : call.ReceiverQuantity;
        var inner = new Scope(scope) { IsInLoop = true };
        var each = Functions(call, inner, source);

        // Text and buffers that a loop hands to a primitive are parts of its data; only a function runs the loop's own code.
        var size = _sizes.Of(source, scope);
        if (scope.IsInLoop && ReferenceEquals(each, BodyCost.Zero) && size.Constant is null)
            size = Polynomial.Of(new Extent(Sizes.NameOf(size), ExtentKind.Part));
        return (BodyCost.Computing(units) + each).Times(size) + BodyCost.Computing(CallUnits);
    }

    /// <summary>The result selector of <c>SelectMany</c> runs for every pair: how many items the function before it returns.</summary>
    private Polynomial RunsOf(Call call, int index, Scope scope) =>
        index == 2 && call.Method.Name == "SelectMany" && call.Arguments[1].Quantity is { } inner and not Quantity.UnknownQuantity ? _sizes.Of(inner, scope) : Polynomial.One;

    /// <summary>One run of each function among the arguments; it is given items of <paramref name="source"/>.</summary>
    private BodyCost Functions(Call call, Scope scope, Quantity? source)
    {
        var cost = BodyCost.Zero;
        for (var i = 0; i < call.Arguments.Length; i++)
        {
            var argument = call.Arguments[i];
            if (argument.Value is not (Value.Lambda or Value.MethodGroup) && !(argument.Value is Value.Local local && scope.Function(local.Variable.Id) is not null))
                continue;
            cost += (Function(argument.Value, ImmutableArray<Argument>.Empty, scope, null, source) + BodyCost.Computing(CallUnits)).Times(RunsOf(call, i, scope));
        }

        return cost;
    }

    /// <summary>A call of a function value.</summary>
    private BodyCost Function(Value function, ImmutableArray<Argument> arguments, Scope scope, Call? call = null, Quantity? source = null)
    {
        switch (function)
        {
            case Value.Lambda lambda when _program.Body(lambda.BodyId) is { } body:
                return Enter(body, call, arguments, scope, source);
            case Value.MethodGroup group when group.Method.IsSource && Bodies(group.Method) is { Count: > 0 } bodies:
                return bodies.Aggregate(BodyCost.Zero, (cost, target) => BodyCost.Either(cost, Enter(target, call, arguments, scope, source)));
            case Value.MethodGroup group:
                return CostOf(group.Method) is { Shape: CostShape.Call } known ? BodyCost.Computing(known.Units) : BodyCost.Unknown(OpaqueUnits);
            case Value.Local local when scope.Function(local.Variable.Id) is { } handed && !handed.Equals(function):
                return Function(handed, arguments, scope, call, source);
            case Value.Local local when _program.Of(local.Variable.Id) is [{ Value: Value.Lambda or Value.MethodGroup } bind]:
                return Function(bind.Value, arguments, scope, call, source);
            case Value.Either either:
                return either.Options.Aggregate(BodyCost.Zero, (cost, option) => BodyCost.Either(cost, Function(option, arguments, scope, call, source)));
            default:
                return BodyCost.Unknown(OpaqueUnits);
        }
    }

    private BodyCost Enter(BodyFacts target, Call? call, ImmutableArray<Argument> arguments, Scope scope, Quantity? source = null)
    {
        if (_active.FindLastIndex(frame => frame.Body.Id == target.Id) is >= 0 and var index)
            return new BodyCost(Polynomial.Of(CallUnits), Polynomial.Zero, Polynomial.Zero) { Reentries = ImmutableArray.Create(ReentryOf(_active[index].Body, _active[index].Scope, call, arguments, scope)) };
        if (_active.Count >= DeepestCall || IsExhausted)
            return BodyCost.Unknown(OpaqueDispatchUnits);
        var inner = new Scope(scope) { IsThisPart = call?.Receiver is { } receiver and not Value.ThisValue ? !target.IsNested && _sizes.IsPart(receiver, scope) : scope.IsThisPart };
        var key = BindParameters(target, arguments, scope, inner, source);
        if (key is not null && _known.TryGetValue(key, out var known))
            return known;
        var cost = Enter(target, inner);
        if (key is not null && cost.Reentries.IsEmpty && !IsExhausted)
            _known[key] = cost;
        return cost;
    }

    /// <summary>Gives the parameters their sizes and functions; returns the key under which the result holds for others, if it does.</summary>
    private string? BindParameters(BodyFacts target, ImmutableArray<Argument> arguments, Scope scope, Scope inner, Quantity? source)
    {
        var key = target.IsNested ? null : target.Id + (scope.IsInLoop ? "*" : "") + (inner.IsThisPart ? "^" : "");
        if (source is not null && !target.Parameters.IsEmpty)
        {
            inner.AddItem(target.Parameters[target.Parameters.Length - 1].Id);
            if (source is Quantity.Range range)
                inner.SetSize(target.Parameters[target.Parameters.Length - 1].Id, _sizes.Of(range.To, scope));
        }

        foreach (var argument in arguments)
        {
            if (argument.Ordinal >= target.Parameters.Length)
                continue;
            var parameter = target.Parameters[argument.Ordinal];
            if (argument.Value is Value.Lambda or Value.MethodGroup || argument.Value is Value.Local local && scope.Function(local.Variable.Id) is not null)
            {
                inner.SetFunction(parameter.Id, argument.Value is Value.Local handed ? scope.Function(handed.Variable.Id)! : argument.Value);
                key = null;
            }
            else if (argument.Quantity is { } quantity and not Quantity.UnknownQuantity)
            {
                var size = _sizes.Of(quantity, scope);
                inner.SetSize(parameter.Id, size);
                key = key is null ? null : key + "|" + size;
                if (quantity is Quantity.Of { Place: var place } && _sizes.IsPart(place, scope) || quantity is Quantity.Derived { Root: var root } && _sizes.IsPart(root, scope))
                {
                    inner.AddItem(parameter.Id);
                    key = key is null ? null : key + "~";
                }
            }
        }

        return key;
    }

    private static Quantity SizeOf(Call call, int ordinal)
    {
        foreach (var argument in call.Arguments)
            if (argument.Ordinal == ordinal)
                return argument.Quantity ?? Quantity.Unknown;
        return Quantity.Unknown;
    }
}
