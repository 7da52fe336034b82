using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;

namespace ConcurrencyAnalyzers.Engine.Cost;

/// <summary>
/// Measures bodies bottom-up: operations times the trip counts around them, callees included with their arguments'
/// sizes. Split by what is measured: nodes here, calls and re-entry in the files beside. One for the work of one member: what it remembers then never depends on other members. Not thread-safe.
/// </summary>
internal sealed partial class CostModel
{
    /// <summary>A loop that waits this much in every turn goes at the pace of what it waits for.</summary>
    private const double PacingWait = 10_000;

    private const double LockUnits = 50;

    /// <summary>Taking a lock means working with other threads, not alone.</summary>
    private const double LockWait = 200;

    private const double AwaitUnits = 100_000;
    private const int DeepestCall = 8;
    private const int MostNodes = 200_000;

    private readonly CostInquiry _program;
    private readonly CallCosts _costs;
    private readonly Sizes _sizes;
    private readonly Dictionary<string, BodyCost> _known = new(StringComparer.Ordinal);
    private readonly List<(BodyFacts Body, Scope Scope)> _active = [];
    private int _nodes;

    public CostModel(CostInquiry program)
    {
        _program = program;
        _costs = program.Knowledge.Costs;
        _sizes = new(program);
    }

    /// <summary>Ran out of its budget: the last result is too low and proves nothing.</summary>
    public bool IsExhausted => _nodes > MostNodes;

    /// <summary>What one run of a function value costs, its captured variables known as far as they are.</summary>
    public BodyCost OfFunction(Value function, string memberId)
    {
        _nodes = 0;
        _program.Include(memberId);
        return Function(function, ImmutableArray<Argument>.Empty, new Scope(null));
    }

    /// <summary>What one run of a body costs; its parameters are extents by their names.</summary>
    public BodyCost OfBody(BodyFacts body)
    {
        _nodes = 0;
        return Enter(body, new Scope(null));
    }

    private BodyCost Enter(BodyFacts body, Scope scope)
    {
        _program.Include(body.MemberId);
        _active.Add((body, scope));
        var cost = Measure(body.Root, body, scope);
        if (body.Kind == BodyKind.Constructor)
            foreach (var initializer in _program.InitializersOf(body.TypeId).Select(_program.Body).OfType<BodyFacts>())
                cost += Measure(initializer.Root, initializer, scope);
        _active.RemoveAt(_active.Count - 1);
        return Unfold(body, cost);
    }

    private BodyCost Measure(Node? node, BodyFacts body, Scope scope)
    {
        if (node is null || ++_nodes > MostNodes)
            return BodyCost.Zero;
        switch (node)
        {
            case Sequence sequence:
                return sequence.Nodes.Aggregate(BodyCost.Zero, (sum, part) => sum + Measure(part, body, scope));
            case Branch branch:
                return Measure(branch.Condition, body, scope) + BodyCost.Computing(1)
                    + branch.Arms.Where(static arm => !EndsInThrow(arm)).Aggregate(BodyCost.Zero, (cost, arm) => BodyCost.Either(cost, Measure(arm, body, scope)));
            case Loop loop:
                return Measure(loop, body, scope);
            case TryNode attempt:
                return Measure(attempt.Body, body, scope) + Measure(attempt.Cleanup, body, scope)
                    + attempt.Handlers.Aggregate(BodyCost.Zero, (cost, handler) => cost + (Measure(handler, body, scope) with { Compute = Polynomial.Zero }));
            case LockRegion region:
                return BodyCost.Computing(LockUnits) + BodyCost.WaitingFor(LockWait) + Shared(Measure(region.Body, body, scope));
            case Await awaited:
                return IsCompleted(awaited.Operand, body) ? BodyCost.Computing(10) : BodyCost.WaitingFor(AwaitUnits);
            case Call call:
                return Measure(call, scope);
            case Work work:
                return BodyCost.Computing(work.Units);
            case Access { Kind: var kind }:
                return (kind & AccessKind.Content) != 0 ? BodyCost.Zero : BodyCost.Computing(1);
            case Bind or Jump { Kind: JumpKind.YieldReturn }:
                return BodyCost.Computing(1);
            default:
                return BodyCost.Zero;
        }
    }

    private BodyCost Measure(Loop loop, BodyFacts body, Scope scope)
    {
        var before = Measure(loop.Before, body, scope);
        if (loop is { Trips.Constant: 1, Kind: LoopKind.DoWhile })
            return before + Measure(loop.Body, body, scope);
        var trips = _sizes.Trips(loop, scope);
        var inner = new Scope(scope) { IsInLoop = true };
        foreach (var variable in loop.Variables)
            if (loop.Bounds.To is Quantity.Range)
                inner.SetSize(variable.Id, _sizes.Reach(loop.Bounds, scope));
            else if (!IsFedFromOutside(loop, body))
                inner.AddItem(variable.Id);
        if (loop is { Kind: not LoopKind.ForEach, Bounds: { Counter: { } counter } bounds })
        {
            inner.SetSize(counter.Id, _sizes.Reach(bounds, scope));
            inner.AddCounter(counter.Id);
        }

        var turn = Measure(loop.Condition, body, inner) + Measure(loop.Body, body, inner) + Measure(loop.Step, body, inner) + BodyCost.Computing(1);
        return before + (IsPaced(loop, turn, body) ? turn : turn.Times(trips));
    }

    /// <summary>The loop turns as often as the world outside has something for it: only one turn is this code's own work.</summary>
    private bool IsPaced(Loop loop, BodyCost turn, BodyFacts body) =>
        IsFedFromOutside(loop, body) || IsAskedOfStrangers(loop) || loop.Bounds.End >= LoopEnd.Walk && turn.Waiting.Typical >= (IsEndless(loop) ? LockWait : PacingWait);

    /// <summary>Only a jump ends the loop; where it takes a lock as well, whether it has to turn again is up to other threads: a retry, or the next item.</summary>
    private static bool IsEndless(Loop loop) => loop.Bounds.End >= LoopEnd.Flag;

    /// <summary>What is done under a lock is done in turn with other threads, on what they share: no work that could be done elsewhere.</summary>
    private static BodyCost Shared(BodyCost cost) => cost with { Compute = Polynomial.Zero, Waiting = cost.Waiting + cost.Compute };

    /// <summary><c>while (line.TryNext(out var item))</c>, where nobody in source says what that does: it may well wait for the item.</summary>
    private bool IsAskedOfStrangers(Loop loop) => loop is { Kind: not LoopKind.ForEach, Condition: { } condition, Bounds: { End: LoopEnd.Walk, To: Quantity.UnknownQuantity } }
        && condition.All().OfType<Call>().Any(call => call is { Method.IsSource: true, IsDelegateCall: false } && !IsPlainAccessor(call.Method) && Bodies(call.Method).Count == 0);

    private bool IsFedFromOutside(Loop loop, BodyFacts body) =>
        loop.IsAsync || loop.Collection is Value.CallResult source && _program.CallOf(body.MemberId, source.Node) is { } call && CostOf(call.Method).Shape == CostShape.Paced;

    private bool IsCompleted(Value operand, BodyFacts body) =>
        operand is Value.CallResult result && _program.CallOf(body.MemberId, result.Node) is { } call && _program.Knowledge.RoleOf(call.Method.Key) == MemberRole.CompletedTask;

    /// <summary>What leads to an exception is no part of the work.</summary>
    private static bool EndsInThrow(Node node) => node switch
    {
        Jump { Kind: JumpKind.Throw } => true,
        Sequence { Nodes: { IsEmpty: false } nodes } => EndsInThrow(nodes[nodes.Length - 1]),
        _ => false,
    };
}
