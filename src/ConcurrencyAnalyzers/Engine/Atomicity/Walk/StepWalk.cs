using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Summaries;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>
/// Walks one body and looks for acts that depend on an observation of the same state which another thread may have
/// put out of date: what is known ages when its lock is given back, at an await, and at once where nothing but the
/// single steps is atomic. Dependence is by data (the value goes into what is stored) or by control (it decided that
/// the act is reached), after Flanagan and Freund's atomicity and the view inconsistency of Artho et al.
/// Statements here; names, calls and acts in the files beside.
/// </summary>
internal sealed partial class StepWalk(StepInquiry program, BodyFacts body)
{
    private const int MaxRounds = 2;
    private const int MaxObservations = 400;

    private readonly List<Observation> _observations = [];
    private readonly Dictionary<Node, List<Observation>> _madeAt = [];
    private readonly Dictionary<Subject, List<Observation>> _madeOf = [];

    /// <summary>What can be named by the source it stands in.</summary>
    private readonly List<Observation> _named = [];
    private readonly Dictionary<int, Ids> _results = [];
    private readonly List<Act> _acts = [];
    private readonly List<Forgetting> _forgotten = [];
    private readonly HashSet<Forgetting> _forgottenOnce = [];
    private readonly List<BrokenStep> _broken = [];
    private Ids _returned = Ids.Empty;

    /// <summary>What was asked of an item that is returned because of the answer.</summary>
    private Ids _chosen = Ids.Empty;

    /// <summary>The locks that all callers hold.</summary>
    private HeldPaths _entry = HeldPaths.Empty;

    /// <summary>Steps taken, those of callees included.</summary>
    private int _steps;

    /// <summary>Variables that hold something computed from an observation, not what was observed.</summary>
    private readonly HashSet<string> _derived = new(StringComparer.Ordinal);
    private List<Moment> _breaks = [];
    private List<Moment> _continues = [];
    private int _handled;

    /// <summary>What key and value of an entry, as two variables of a foreach, were taken from.</summary>
    private readonly Dictionary<string, Ids> _walked = new(StringComparer.Ordinal);

    /// <summary>In a handler: the observations below this number were made before the exception; 0 elsewhere.</summary>
    private int _caughtFrom;

    public StepSummary Run()
    {
        var moment = Moment.Start;
        foreach (var held in program.EntryLocks.Held)
            moment = moment with { Locks = moment.Locks.Add(held.Path) };
        var entry = _entry = moment.Locks;
        if (body.IsSynchronized)
            moment = Enter(body.IsStatic ? AccessPath.Object("type " + body.TypeId) : AccessPath.This, moment);
        Execute(body.Root, moment);
        return Summarize(entry);
    }

    private StepSummary Summarize(HeldPaths entry)
    {
        var returned = ImmutableArray.CreateBuilder<Observation>();
        for (var id = _returned.Next(-1); id >= 0; id = _returned.Next(id))
            returned.Add(_observations[id]);
        for (var id = _chosen.Next(-1); id >= 0; id = _chosen.Next(id))
            returned.Add(_observations[id] with { Item = null, IsChosen = true });
        var acts = ImmutableArray.CreateBuilder<Act>();
        foreach (var act in _acts)
            if (_steps <= MaxSmall)
                acts.Add(entry.IsEmpty ? act : act with { Locks = act.Locks.Without(entry) });
            else
                NoteForgotten(Forgetting.Of(act));
        _broken.Sort(static (left, right) => left.Act.CompareTo(right.Act));
        return new(returned.ToImmutable(), acts.ToImmutable(), _forgotten.ToImmutableArray(), _steps, _broken.ToImmutableArray()) { Refuses = _refuses.ToImmutableArray() };
    }

    private Moment? Execute(Node? node, Moment? moment)
    {
        if (moment is null || node is null)
            return moment;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (node)
        {
            case Sequence sequence:
                foreach (var step in sequence.Nodes)
                    moment = Execute(step, moment);
                return moment;
            case Branch branch:
                return ExecuteBranch(branch, moment);
            case Loop loop:
                return ExecuteLoop(loop, moment);
            case TryNode attempt:
                return ExecuteTry(attempt, moment);
            case LockRegion region:
                return ExecuteRegion(region, moment);
            case Jump jump:
                return ExecuteJump(jump, moment);
            case Access access:
                return ExecuteAccess(access, moment);
            case Bind bind:
                return ExecuteBind(bind, moment);
            case Declare declare when _walked.TryGetValue(declare.Variable.Id, out var item):
                return moment with { Variables = moment.Variables.SetItem(declare.Variable.Id, item) };
            case Declare declare:
                return moment.Variables.ContainsKey(declare.Variable.Id) ? moment with { Variables = moment.Variables.Remove(declare.Variable.Id) } : moment;
            case Call call:
                return ExecuteCall(call, moment);
            case Await:
                return moment.Age(IsPlain, Gap.Await);
            default:
                return moment;
        }
    }

    private Moment? ExecuteBranch(Branch branch, Moment moment)
    {
        if (Execute(branch.Condition, moment) is not { } tested)
            return null;
        var reasons = In(branch.Condition.Span, tested).Union(Of(branch.Test, tested));
        var ends = new Moment?[branch.Arms.Length];
        Note(reasons, branch.IsNullTest, EndsLastLoop(branch) ? ComparisonKind.None : branch.Comparison, tested);
        tested = EnterCounted(branch, tested);
        Moment? result = null;
        var survivors = 0;
        var gates = HeldPaths.Empty;
        for (var i = 0; i < ends.Length; i++)
        {
            var arm = branch.Arms[i];
            var after = ends[i] = Execute(arm, ToldBefore(branch, i, tested).Because(reasons));
            survivors += after is null ? 0 : 1;
            gates = after is null || IsEmpty(arm) ? gates : GatesIn(after.Locks.Without(tested.Locks));
            result = Moment.Join(result, after, survivors > 1 ? tested.Reasons : null);
        }

        NoteTold(branch, ends, result);
        NoteLoose(branch, ends, tested);
        return result is null || !branch.Arms.Any(IsEmpty) ? result : result with { Locks = gates.Paths.Aggregate(result.Locks, static (locks, gate) => locks.Add(gate)) };
    }

    /// <summary>The answer only ends the loop that is the last the body does: nothing is done because of it, and what is left undone is for who comes next.</summary>
    private bool EndsLastLoop(Branch branch) =>
        branch.Arms.Length == 2 && branch.Arms.Any(IsEmpty) && branch.Arms.Any(static arm => (arm is Sequence { Nodes: [var only] } ? only : arm) is Jump { Kind: JumpKind.Break })
        && body.Root is Sequence { Nodes: [.., Loop last] } && last.Span.Contains(branch.Span) && !last.Body.All().Any(node => node is Loop && node.Span.Contains(branch.Span));

    /// <summary>A condition looked at these.</summary>
    private void Note(Ids reasons, bool isNullTest, ComparisonKind comparison, Moment moment)
    {
        for (var id = reasons.Next(-1); id >= 0; id = reasons.Next(id))
        {
            var seen = _observations[id];
            seen.IsNullTest |= isNullTest;
            seen.IsOrdered |= comparison == ComparisonKind.Order;
            if (seen.UpdatedAt is { } updated && comparison == ComparisonKind.Equality && moment.Known.Knows(id))
                Report(new(seen.Place, updated, seen.Subject, Gap.Steps, StepHarm.ActsTwice, Deed.Get, body.Id));
        }
    }

    private Moment? ExecuteLoop(Loop loop, Moment moment)
    {
        var (breaks, continues) = (_breaks, _continues);
        var isSwitch = loop is { Kind: LoopKind.DoWhile, Trips.Constant: 1 };
        var head = Execute(loop.Before, moment);
        if (head is not null && loop.Kind == LoopKind.ForEach)
            head = Enumerate(loop, head);
        Moment? exit = null;
        for (var round = 0; head is not null && round < (isSwitch ? 1 : MaxRounds); round++)
        {
            (_breaks, _continues) = ([], []);
            var tested = loop.Kind == LoopKind.DoWhile ? head : Test(loop, head);
            var bottom = Execute(loop.Body, tested);
            if (isSwitch)
                continues.AddRange(_continues);
            foreach (var again in isSwitch ? [] : _continues)
                bottom = Moment.Join(bottom, again);
            bottom = Execute(loop.Step, bottom);
            if (loop.Kind == LoopKind.DoWhile && bottom is not null)
                bottom = Test(loop, bottom);
            exit = loop.Trips.IsInfinite ? null : loop.Kind == LoopKind.DoWhile ? bottom : tested;
            foreach (var leave in _breaks)
                exit = Moment.Join(exit, leave, isSwitch ? moment.Reasons : null);
            head = Moment.Join(head, bottom is null ? null : Turn(loop, bottom, tested), head.Reasons);
        }

        (_breaks, _continues) = (breaks, continues);
        return exit;
    }

    /// <summary>What a turn of a loop observed, the next one observes anew. Who counts a gate down and is not the last goes on behind it.</summary>
    private Moment Turn(Loop loop, Moment bottom, Moment? top)
    {
        var locks = bottom.Locks;
        if (top is not null && loop.Condition is { } condition && condition.All().Any(static node => node is Call { Method: { TypeId: "T:System.Threading.Interlocked", Name: "Decrement" or "Add" or "CompareExchange" } }))
            locks = GatesIn(top.Locks).Paths.Aggregate(locks, static (locks, gate) => locks.Add(gate));
        return bottom with { Locks = locks, Known = bottom.Known.Without(id => loop.Span.Contains(_observations[id].Place.Span)) };
    }

    private Moment? Test(Loop loop, Moment moment)
    {
        if (loop.Condition is null || Execute(loop.Condition, moment) is not { } tested)
            return loop.Condition is null ? moment : null;
        var reasons = In(loop.Condition.Span, tested);
        Note(reasons, isNullTest: false, ComparisonKind.Order, tested);
        for (var id = loop.IsWhileAny ? reasons.Next(-1) : -1; id >= 0; id = reasons.Next(id))
            _observations[id].CountsOpenWork = ChangesOf(_observations[id].Subject, loop.Body) is ["Increment" or "Add", .., "Decrement"];
        return tested.Because(reasons);
    }

    /// <summary>The atomic operations on a variable, in the order in which they stand.</summary>
    private string[] ChangesOf(Subject subject, Node part) => part.All().OfType<Call>()
        .Where(call => call.Method.TypeId == "T:System.Threading.Interlocked" && call.Arguments is [{ IsByRef: true, Value: var place }, ..] && VariableOf(place) is { } changed && changed.Equals(subject))
        .OrderBy(static call => call.Span.Start).Select(static call => call.Method.Name).ToArray();

    private Moment Enumerate(Loop loop, Moment moment)
    {
        if (PathOf(loop.Collection) is not { } path || ContentOf(path) is not { } subject)
            return moment;
        moment = Observe(loop, subject, null, Question.Items, new(body.FilePath, new(loop.Span.Start, Math.Min(7, loop.Span.Length))), moment, loop.Span, out var id);
        if (loop.Variables.Length == 2)
            foreach (var variable in loop.Variables)
                _walked[variable.Id] = Ids.Of(id);
        return moment;
    }

    private Moment? ExecuteTry(TryNode attempt, Moment moment)
    {
        var (breaks, continues) = (_breaks, _continues);
        (_breaks, _continues) = ([], []);
        _handled += attempt.Handlers.IsEmpty ? 0 : 1;
        var after = Execute(attempt.Body, moment);
        _handled -= attempt.Handlers.IsEmpty ? 0 : 1;
        var thrown = Moment.Join(moment, after)!;
        var caught = _caughtFrom;
        _caughtFrom = _observations.Count;
        foreach (var handler in attempt.Handlers)
            after = Moment.Join(after, Execute(handler, thrown), after?.Reasons);
        _caughtFrom = caught;
        var inside = (_breaks, _continues);
        (_breaks, _continues) = (breaks, continues);
        foreach (var left in inside._breaks)
            if (Execute(attempt.Cleanup, left) is { } cleaned)
                _breaks.Add(cleaned);
        foreach (var left in inside._continues)
            if (Execute(attempt.Cleanup, left) is { } cleaned)
                _continues.Add(cleaned);
        return Execute(attempt.Cleanup, after);
    }

    private Moment? ExecuteRegion(LockRegion region, Moment moment)
    {
        var path = PathOf(region.LockObject) ?? AccessPath.Object("lock " + region.LockSpan);
        if (moment.Locks.Contains(path))
            return Execute(region.Body, moment);
        var (breaks, continues) = (_breaks.Count, _continues.Count);
        var after = Execute(region.Body, Enter(path, moment));
        for (var i = breaks; i < _breaks.Count; i++)
            _breaks[i] = Leave(path, _breaks[i]);
        for (var i = continues; i < _continues.Count; i++)
            _continues[i] = Leave(path, _continues[i]);
        return after is null ? null : Leave(path, after);
    }

    private bool IsPlain(int id) => _observations[id] is { Locks.IsEmpty: true, Subject.Protection: Protection.Plain };

    private Moment Enter(AccessPath path, Moment moment) =>
        moment.Age(IsPlain, Gap.Unguarded) with { Locks = moment.Locks.Add(path) };

    /// <summary>What was observed under the lock, and under no other that is still held, ages.</summary>
    private Moment Leave(AccessPath path, Moment moment) => Release(path, moment with { Locks = moment.Locks.Remove(path) });

    private Moment Release(AccessPath path, Moment moment)
    {
        foreach (var seen in _observations)
            if (!seen.Outer.IsEmpty)
                seen.Outer = seen.Outer.Remove(path);
        return moment.Age(id => _observations[id].Locks is var held && held.Contains(path) && !held.Remove(path).Overlaps(moment.Locks), Gap.Released);
    }

    private Moment? ExecuteJump(Jump jump, Moment moment)
    {
        switch (jump.Kind)
        {
            case JumpKind.Return:
                var made = In(jump.Span, moment).Union(Of(jump.Value, moment));
                _returned = _returned.Union(made);
                _chosen = _chosen.Union(ChosenBy(jump, moment));
                if (jump.Comparison == ComparisonKind.Order)
                    Note(made, isNullTest: false, ComparisonKind.Order, moment);
                for (var id = made.Next(-1); id >= 0; id = made.Next(id))
                    if (_observations[id] is { UpdatedAt: { } updated } seen && seen.Place.Span.End + 1 >= jump.Span.End && moment.Known.Knows(id))
                        Report(new(seen.Place, updated, seen.Subject, Gap.Steps, StepHarm.ActsTwice, Deed.Get, body.Id));
                return null;
            case JumpKind.Break:
                _breaks.Add(moment);
                return null;
            case JumpKind.Continue:
                _continues.Add(moment);
                return null;
            case JumpKind.Throw:
                NoteRefused(moment);
                return null;
            default:
                return moment;
        }
    }

    /// <summary><c>if (!taken.ContainsKey(number)) return number;</c></summary>
    private Ids ChosenBy(Jump jump, Moment moment)
    {
        var (chosen, variables) = (Ids.Empty, LocalsIn(jump.Span).Select(static variable => variable.Id).Distinct().Take(2).ToArray());
        if (variables is [var variable])
            for (var id = moment.Reasons.Next(-1); id >= 0; id = moment.Reasons.Next(id))
                if (_observations[id] is { Question: Question.Presence, Subject.IsContent: true } seen && seen.Item == "L:" + variable && moment.Known.Knows(id))
                    chosen = chosen.Add(id);
        return chosen;
    }

    private Moment ExecuteBind(Bind bind, Moment moment)
    {
        // The variable of a foreach holds what was enumerated.
        if (bind.Value is Value.Element { Container: var container } && PathOf(container) is { } path && ContentOf(path) is { } subject)
            return moment with { Variables = moment.Variables.SetItem(bind.Variable.Id, KnownOf(subject, moment, static seen => seen.Question == Question.Items)) };
        var made = In(bind.Span, moment).Union(Of(bind.Value is Value.Element { Container: Value.Local items } ? items : bind.Value, moment));
        if (!made.IsEmpty && !(bind.IsCopy || bind.Value is Value.CallResult result && _results.ContainsKey(result.Node)))
            _derived.Add(bind.Variable.Id);

        // Which constant a flag gets was decided by what led here.
        if (bind.Variable.IsBool && bind.Value is Value.Constant)
            made = made.Union(moment.Reasons);
        if (made.IsEmpty && !moment.Variables.ContainsKey(bind.Variable.Id))
            return moment;
        return moment with { Variables = made.IsEmpty ? moment.Variables.Remove(bind.Variable.Id) : moment.Variables.SetItem(bind.Variable.Id, made) };
    }
}
