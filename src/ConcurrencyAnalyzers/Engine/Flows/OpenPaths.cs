using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine.Flows;

/// <summary>
/// Finds a way on which a handle in a local, used on other ways, is left alone: an early return, a branch without the
/// await, the next turn of a loop that stores the next handle. Exceptions are no such way, and whatever cannot be
/// told apart from a deliberate choice is none either.
/// </summary>
internal sealed class OpenPaths
{
    private readonly HashSet<Node> _closing;
    private TextSpan? _leavesAt;
    private int _loops;
    private State _breaks;
    private bool _givesUp;

    private OpenPaths(IEnumerable<Node> closing) => _closing = new(closing);

    [Flags]
    private enum State
    {
        Unreachable = 0,
        Open = 1,
        Closed = 2,
    }

    public static (TaskLoss Loss, TextSpan? At)? Find(Value result, BodyFacts body, HandleUses uses)
    {
        if (uses.Of(result) is not [{ Kind: UseKind.Stored, Target: Value.Local local, Node: Bind bind } stored] || stored.Body != body)
            return null;
        var own = uses.Of(local);
        if (own.Count == 0 || own.Any(use => use.Body != body))
            return null;
        if (Enclosing(body.Root, bind) is not { } place)
            return null;
        if (place.DeclaredInside)
        {
            var walk = new OpenPaths(own.Select(static use => use.Node));
            var end = walk.Walk(place.Sequence.Nodes, place.Index + 1, State.Open);
            if (walk._givesUp)
                return null;
            if (walk._leavesAt is { } at)
                return (TaskLoss.SomePaths, at);
            return (end & State.Open) != 0 && own.Select(static use => use.Node).Distinct().Count() == 1 ? (TaskLoss.SomePaths, null) : null;
        }

        return place.Loop is { } loop
            && loop.All().OfType<Bind>().Count(other => other.Variable.Equals(bind.Variable)) == 1
            && !place.Sequence.Nodes.Skip(place.Index).Any(static node => node is Jump)
            && !loop.All().Any(node => own.Any(use => use.Node == node))
            ? (TaskLoss.Replaced, null)
            : null;
    }

    /// <summary>The sequence that a binding stands in, whether the variable is declared there, and the loop between the two.</summary>
    private static (Sequence Sequence, int Index, bool DeclaredInside, Loop? Loop)? Enclosing(Node root, Bind bind)
    {
        var path = new List<Node>();
        if (!PathTo(root, bind, path))
            return null;
        path.Reverse();
        var innermost = (Sequence)path[path.Count - 2];
        var index = innermost.Nodes.IndexOf(bind);
        var declared = innermost.Nodes.Take(index).OfType<Declare>().Any(declare => declare.Variable.Equals(bind.Variable));
        Loop? loop = null;
        for (var i = path.Count - 1; i >= 0; i--)
        {
            if (path[i] is Sequence sequence && sequence.Nodes.OfType<Declare>().Any(declare => declare.Variable.Equals(bind.Variable)))
                break;
            loop ??= path[i] as Loop;
        }

        return (innermost, index, declared, loop is { Kind: LoopKind.DoWhile, Trips.Constant: 1 } ? null : loop);
    }

    private static bool PathTo(Node node, Node target, List<Node> path)
    {
        if (node == target || node.Children().Any(child => PathTo(child, target, path)))
        {
            path.Add(node);
            return true;
        }

        return false;
    }

    private State Walk(ImmutableArray<Node> nodes, int from, State state)
    {
        for (var i = from; i < nodes.Length && state != State.Unreachable; i++)
            state = Walk(nodes[i], state);
        return state;
    }

    private State Walk(Node? node, State state)
    {
        if (node is null || state == State.Unreachable)
            return state;
        if (_closing.Contains(node))
            state = State.Closed;
        switch (node)
        {
            case Sequence sequence:
                return Walk(sequence.Nodes, 0, state);
            case Branch branch:
                state = Walk(branch.Condition, state);
                return branch.Arms.Aggregate(State.Unreachable, (joined, arm) => joined | Walk(arm, state));
            case LockRegion region:
                return Walk(region.Body, state);
            case Loop loop:
                return WalkLoop(loop, state);
            case TryNode attempt:
                return WalkTry(attempt, state);
            case Jump { Kind: JumpKind.YieldReturn }:
                return state;
            case Jump { Kind: JumpKind.Throw }:
                return State.Unreachable;
            case Jump { Kind: JumpKind.Goto }:
                _givesUp = true;
                return State.Unreachable;
            case Jump jump:
                if (jump.Kind == JumpKind.Return || _loops == 0)
                    Leave(jump, state);
                else
                    _breaks |= state;
                return State.Unreachable;
            default:
                return state;
        }
    }

    private State WalkLoop(Loop loop, State state)
    {
        var outer = _breaks;
        _breaks = State.Unreachable;
        state = Walk(loop.Before, state);
        if (loop.Kind != LoopKind.DoWhile)
            state = Walk(loop.Condition, state);
        _loops++;
        var after = Walk(loop.Body, state) | _breaks;
        _loops--;
        after = Walk(loop.Step, after);
        if (loop.Kind == LoopKind.DoWhile)
            after = Walk(loop.Condition, after);

        // A loop whose body closes the handle is taken to turn: nobody opens a handle to wait for it never.
        var result = loop.Trips.IsInfinite ? _breaks : after == State.Closed || loop.Kind == LoopKind.DoWhile ? after : after | state;
        _breaks = outer;
        return result;
    }

    private State WalkTry(TryNode attempt, State state)
    {
        if (attempt.Cleanup is not null && attempt.Cleanup.All().Any(_closing.Contains))
            return Walk(attempt.Body, State.Closed) is State.Unreachable ? State.Unreachable : State.Closed;
        var after = Walk(attempt.Body, state);
        foreach (var handler in attempt.Handlers)
            after |= Walk(handler, State.Closed);
        return Walk(attempt.Cleanup, after);
    }

    private void Leave(Jump jump, State state)
    {
        if (state == State.Open)
            _leavesAt ??= jump.Span;
    }
}
