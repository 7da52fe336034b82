using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>Waits that may give up: what says whether the end came, and the ways on which it has.</summary>
internal sealed partial class BodyInterpreter
{
    /// <summary>By the number of a call: it gives the first of several tasks that has ended.</summary>
    private readonly HashSet<int> _firsts = [];

    /// <summary>Ids of variables that hold such a task.</summary>
    private readonly HashSet<string> _firstIn = new(StringComparer.Ordinal);

    /// <summary>What every return with another value than false has joined, and the others have not.</summary>
    private ImmutableHashSet<AccessPath> JoinedWhenTrue(State? exit)
    {
        ImmutableHashSet<AccessPath>? joined = null;
        if (_returns.Count > 1)
            foreach (var (at, value) in _returns)
                if (value is not Value.Constant { Text: "False" })
                    joined = joined is null ? at.Joined : joined.Intersect(at.Joined);
        return joined is null || joined.IsEmpty ? ImmutableHashSet<AccessPath>.Empty : exit is null ? joined : joined.Except(exit.Joined);
    }

    private static void AddEndedWhenTrue(Summary callee, Renaming renaming, State state, List<Atom> atoms)
    {
        foreach (var joined in callee.JoinedWhenTrue)
            if (WorkAt(joined, renaming, state) is { IsUnknown: false } work)
                atoms.Add(new Atom.Ended(work));
    }

    /// <summary>What the callee knows by the path, in the caller's names.</summary>
    private static AbstractValue? WorkAt(AccessPath joined, Renaming renaming, State state)
    {
        if (joined is { Root: RootKind.Local, Steps.IsEmpty: true, RootField: { } parameter })
            return renaming.Argument(parameter);
        return renaming.Rename(joined) is { } path ? state.Heap.TryGetValue(path, out var held) ? held.Union(AbstractValue.Of(path)) : AbstractValue.Of(path) : null;
    }

    private void NoteFirst(Call call)
    {
        if (call.Method.Key == "System.Threading.Tasks.Task.WhenAny" || call is { Method.Name: "ConfigureAwait", Receiver: Value.CallResult { Node: var inner } } && _firsts.Contains(inner))
            _firsts.Add(call.Number);
    }

    private void NoteFirst(Bind bind)
    {
        if (IsFirst(bind.Value))
            _firstIn.Add(bind.Variable.Id);
        else
            _firstIn.Remove(bind.Variable.Id);
    }

    private bool IsFirst(Value value) =>
        value is Value.Awaited { Task: Value.CallResult { Node: var node } } && _firsts.Contains(node) || value is Value.Local { Variable.Id: var id } && _firstIn.Contains(id);

    /// <summary>Where it says that the task has ended, nothing is left to wait for: <c>if (!task.IsCompleted) await task;</c></summary>
    private static bool AsksForEnd(Call call) =>
        call.Method is { Name: "get_IsCompleted" or "get_IsCompletedSuccessfully", TypeId: "T:System.Threading.Tasks.Task" or "T:System.Threading.Tasks.Task`1" or "T:System.Threading.Tasks.ValueTask" or "T:System.Threading.Tasks.ValueTask`1" };

    /// <summary>By the number of a wait with an end of its own: what it has waited for where it says so.</summary>
    private readonly Dictionary<int, Late> _late = [];

    /// <param name="Running">What still runs where the wait has given up.</param>
    private sealed record Late(ImmutableDictionary<string, LiveFork> Running, ImmutableHashSet<AccessPath> Joined)
    {
        public State GivenUp(State state)
        {
            var live = state.Live;
            foreach (var pair in Running)
                if (!live.ContainsKey(pair.Key))
                    live = live.SetItem(pair.Key, pair.Value);
            return state with { Live = live, Joined = state.Joined.Except(Joined) };
        }

        public State Ended(State state) => state.Without(Running.Values.Select(static running => running.Fork)) with { Joined = state.Joined.Union(Joined) };
    }

    /// <summary><c>while (!thread.Join(100))</c>: a wait that has given up has not waited.</summary>
    private State NoteLate(Call call, State before, State after)
    {
        if (!call.IsDropped && MayGiveUp(call))
            _late[call.Number] = new(before.Live.RemoveRange(after.Live.Keys), after.Joined.Except(before.Joined));
        return after;
    }

    private Late? LateIn(Branch branch) => branch.Test is Value.CallResult { Node: var asked } && _late.TryGetValue(asked, out var late) ? late : null;

    /// <summary>The wait that a loop's condition makes: its turns run while the wait gives up.</summary>
    private Late? LateIn(Loop loop)
    {
        if (_late.Count > 0 && loop is { Kind: LoopKind.While, Condition: { } condition })
            foreach (var wait in condition.All().OfType<Call>())
                if (_late.TryGetValue(wait.Number, out var late))
                    return late;
        return null;
    }

    /// <summary>On an arm: a wait that says that it has seen the end, or the first task that has ended is this one.</summary>
    private State JoinTold(Branch branch, int arm, AbstractValue test, State state)
    {
        var holds = arm == (branch.Negated ? 1 : 0);
        if (holds)
            foreach (var ended in test.Atoms.OfType<Atom.Ended>())
                state = JoinValue(ended.Work, state);
        else if (branch.Test is Value.CallResult { Node: var asked } && _begunBy.TryGetValue(asked, out var begun))
            state = state.Without(begun);
        else if (LateIn(branch) is { } late)
            state = late.GivenUp(state);
        if (branch is { Arms.Length: 2, Test: Value.Same same } && holds == same.IsEqual && IsFirst(same.One) != IsFirst(same.Other))
            state = JoinValue(Evaluate(IsFirst(same.One) ? same.Other : same.One, ref state), state);
        return branch.Comparisons.IsEmpty ? state : SeenRaised(branch, arm, state);
    }
}
