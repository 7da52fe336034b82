using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>
/// Finds checks and acts that another thread can come between, where something shows that another thread may: locks,
/// atomic operations and concurrent collections in the type, flows that overlap, an async handler of events.
/// </summary>
internal sealed class BrokenSteps
{
    private readonly ProgramIndex _program;
    private readonly StepTable _table;
    private readonly OuterLocks _outer;
    private readonly OneFlow _flow;
    private readonly ObjectTurns _turns;
    private readonly HashSet<string> _started = new(StringComparer.Ordinal);
    private readonly HashSet<string> _parallel = new(StringComparer.Ordinal);
    private readonly HashSet<Place> _overlapping = [];

    /// <summary>Atomic stores that are seen to meet others on the same variable.</summary>
    private readonly Lazy<HashSet<Place>> _rivals;

    /// <summary>Calls by which two flows that run at once come to the same state.</summary>
    private readonly HashSet<StateAt> _reached = [];

    private BrokenSteps(ProgramIndex program, SummaryTable summaries, EntryLocks entry, ImmutableArray<Summary> all)
    {
        _program = program;
        _table = new(program, summaries, entry);
        _outer = new(entry, all);
        _rivals = new(() => RivalStores.Of(all));
        _flow = new(program, entry, _table.Uses, _started, IsParallel);
        _turns = new(program, entry, _table.Uses, _started);
        foreach (var fork in all.SelectMany(static summary => summary.Forks))
        {
            _started.UnionWith(fork.Bodies);
            foreach (var (other, _) in fork.Concurrent.Values)
                if (other.Id != fork.Id)
                    _parallel.UnionWith(other.Bodies.Intersect(fork.Bodies));
            foreach (var (other, stale) in fork.Concurrent.Values)
                if (other.Id != fork.Id)
                    _overlapping.UnionWith(SharedBy(other, stale).Intersect(SharedBy(fork, stale)));
            var again = fork.Concurrent.TryGetValue(fork.Id, out var same);
            if (!fork.IsSelfParallel && !again)
                continue;
            _parallel.UnionWith(fork.Bodies);
            NoteReached(fork, again ? same!.Stale : ImmutableHashSet<string>.Empty);
            _overlapping.UnionWith(SharedBy(fork, again ? same!.Stale : ImmutableHashSet<string>.Empty));
        }
    }

    /// <summary>Where a flow is at what another run has too: not at what is new in each.</summary>
    private static IEnumerable<Place> SharedBy(Fork fork, ImmutableHashSet<string> stale) =>
        fork.Effects.Where(effect => !stale.Contains(effect.Path.RootKey)).Select(static effect => effect.Place);

    private void NoteReached(Fork fork, ImmutableHashSet<string> stale)
    {
        foreach (var effect in fork.Effects)
            if (!effect.Trace.IsEmpty && effect is { Writes: true, Item: "", Path.Storage: { } state } && !effect.Path.IsNewIn(stale))
                foreach (var call in effect.Trace)
                    _reached.Add(new(call, state.Id));
    }

    /// <summary>What flows run of types that say nothing of threads themselves; only what two of them come to at once counts there.</summary>
    private IEnumerable<BodyFacts> RunByFlows(ImmutableArray<Summary> all)
    {
        var seen = new HashSet<string>(all.Select(static summary => summary.Body.Id), StringComparer.Ordinal);
        var ahead = new List<string>(_parallel.OrderBy(static id => id, StringComparer.Ordinal));
        for (var depth = 0; depth < MaxCalls && ahead.Count > 0; depth++)
        {
            ahead = [.. ahead.Select(_table.Summaries.Of).OfType<Summary>().SelectMany(static summary => summary.Calls).Select(static site => site.TargetId).Where(seen.Add)];
            foreach (var id in ahead)
                if (_program.Body(id) is { } body)
                    yield return body;
        }
    }

    private const int MaxCalls = 4;

    public static ImmutableArray<BrokenStep> Find(ProgramIndex program, SummaryTable summaries, EntryLocks entry, ImmutableArray<Summary> all, ImmutableArray<Conflict> conflicts)
    {
        var search = new BrokenSteps(program, summaries, entry, all);
        var known = new HashSet<StateAt>(conflicts.Where(static conflict => conflict.Tier != Tier.C).Select(static conflict => new StateAt(conflict.Here.Place, conflict.State.Id)));
        return all.Select(static summary => summary.Body)
            .SelectMany(body => search._table.Of(body.Id).Broken.Where(step => search.IsShared(step, body)))
            .Concat(search.RunByFlows(all).SelectMany(body => search._table.Of(body.Id).Broken.Where(step => search._reached.Contains(new(step.Act, step.State.Id)) && (!step.NeedsFlows || search.IsMet(step.Act)))))
            .Select(step => known.Contains(new(step.Gap == Gap.Unguarded ? step.Check : step.Act, step.State.Id)) ? step with { IsTold = true } : step)
            .GroupBy(static step => new StateAt(step.Act, step.State.Id))
            .Select(static same => same.OrderBy(static step => step.Check).First())
            .OrderBy(static step => step.Act)
            .ThenBy(static step => step.State.Id, StringComparer.Ordinal)
            .ToImmutableArray();
    }

    /// <summary>Where a check and an act on a state belong together, atomic operations on it one by one do not help.</summary>
    public static ImmutableArray<Conflict> Mark(ImmutableArray<Conflict> conflicts, ImmutableArray<BrokenStep> steps)
    {
        var checkedStates = new HashSet<string>(steps.Where(static step => step.IsTold).Select(static step => step.State.Id), StringComparer.Ordinal);
        return checkedStates.Count == 0 ? conflicts : conflicts.Select(conflict => (conflict.IsInterlockable || conflict.IsFlag) && checkedStates.Contains(conflict.State.Id) ? conflict with { IsInterlockable = false, IsFlag = false } : conflict).ToImmutableArray();
    }

    /// <summary>Whether another thread can come between.</summary>
    private bool IsShared(BrokenStep step, BodyFacts body)
    {
        // What a hash is made of must not change: two that make it at once make the same.
        if (_outer.KeepOut(step) || body is { DisplayName: "GetHashCode", Parameters.IsEmpty: true })
            return false;
        if (step.NeedsFlows)
            return IsMet(step.Act);
        if (step is { Gap: Gap.Steps, NeedsWriters: true, Harm: StepHarm.LostUpdate, State.IsReferenceType: false } && !_table.Uses.HasWriters(step.State))
            return PlacesOf(step, body).Any(_rivals.Value.Contains);
        if (body.IsConstruction || body.Kind == BodyKind.Finalizer || _overlapping.Contains(step.Act))
            return _overlapping.Contains(step.Act);
        if (IsParallel(body))
            return true;
        if (_program.IsForOneCaller(body.MemberId))
            return false;

        if (step is { Gap: Gap.Steps or Gap.Await, NeedsWriters: true } && !_table.Uses.HasWriters(step.State))
            return _overlapping.Any(place => place.FilePath == step.Act.FilePath && place.Span.Contains(step.Act.Span)) || PlacesOf(step, body).Any(_overlapping.Contains);

        // In a struct, this is whatever variable the caller names: a copy of his own, or the one that all share.
        if (step.Subject.Path.Root == RootKind.This && _program.Type(body.TypeId) is { IsStruct: true })
            return false;
        if (step.Subject.Path.Root == RootKind.Local && !IsSharedParameter(step.Subject, body))
            return false;
        if (body.IsNested && !_started.Contains(body.Id) || OnlyConstructs(body.Id, []))
            return false;

        if (IsOfObserver(step, body) || body.IsForHeirs && step is { Gap: Gap.Steps, IsAtomic: true } && !_table.Uses.HasWriters(step.State))
            return false;

        // A body that only the type starts, once, meets only what others do.
        var isOneFlow = _started.Contains(body.Id) && (body.IsNested || body.IsPrivate && !_table.Entry.IsCalled(body.Id));
        if (isOneFlow && (!_table.Uses.IsChangedOutside(step.State, body.MemberId) || step.Deed is Deed.Take or Deed.TryTake))
            return false;
        if (_flow.IsAlone(step, body) || _turns.IsAlone(step, body))
            return false;
        return step.Gap switch
        {
            Gap.Released or Gap.Unguarded => true,
            Gap.Steps => step.Subject.Path.Root != RootKind.Local || IsSharedParameter(step.Subject, body),
            _ => IsReentered(body, step),
        };
    }

    /// <summary>Two flows are seen to store there at once.</summary>
    private bool IsMet(Place act) => _overlapping.Contains(act) || _rivals.Value.Contains(act);

    /// <summary>Where the act touches the state: an atomic call does so where it is handed the variable.</summary>
    private static IEnumerable<Place> PlacesOf(BrokenStep step, BodyFacts body) => body.Root.All().OfType<Call>().Where(call => call.NameSpan == step.Act.Span)
        .SelectMany(static call => call.Arguments).Where(static argument => argument.IsByRef).Select(argument => new Place(body.FilePath, argument.Span)).Prepend(step.Act);

    /// <summary>A concurrent collection that is handed in, or storage that is handed in by reference and accessed atomically.</summary>
    private static bool IsSharedParameter(Subject subject, BodyFacts body) =>
        subject is { Path.RootField: { } variable } && body.Parameters.Contains(variable) && (subject.Protection == Protection.Concurrent || subject.Protection == Protection.Atomic && variable.IsByRef);

    /// <summary>The calls that an observable makes of one observer follow one another: between its steps comes only what else changes the state.</summary>
    private bool IsOfObserver(BrokenStep step, BodyFacts body) =>
        step.Subject.Path.Root == RootKind.This && IsNotification(body.DisplayName) && _program.Type(body.TypeId) is { } type && type.Bases.Contains("T:System.IObserver`1")
        && !_table.Uses.ChangersOf(step.State).Any(member => !_program.BodiesOf(member).Any(static changer => IsNotification(changer.DisplayName)));

    private static bool IsNotification(string name) => name is "OnNext" or "OnError" or "OnCompleted";

    /// <summary>A member that may be called again while an earlier call waits.</summary>
    private bool IsReentered(BodyFacts body, BrokenStep step)
    {
        if (body is { IsAsync: true, ReturnsAwaitable: false, IsNested: false, Parameters.Length: 2 })
            return true;
        if (WaitsForOneAtATime(body, step) || _program.IsForOneUser(body.TypeId) || _program.Type(body.TypeId)?.Bases.Contains("T:System.IO.Stream") == true)
            return false;
        return (_table.Uses.ExpectsThreads(body.TypeId) || _table.Uses.TakesTurns(body.TypeId)) && !(body.IsPrivate && !_table.Entry.IsCalled(body.Id));
    }

    /// <summary>Meanwhile it waits for an operation of a stream of its object, which allows one at a time: who calls it keeps to that.</summary>
    private bool WaitsForOneAtATime(BodyFacts body, BrokenStep step) => body.Root.All().OfType<Call>()
        .Any(call => call.Receiver is Value.Field { Receiver: Value.ThisValue } && call.Method is { IsSource: false, Name: "ReadAsync" or "WriteAsync" or "FlushAsync" }
            && call.Span.End > step.Check.Span.Start && call.Span.End <= step.Act.Span.Start && _program.Knowledge.SafetyOf(call.Method.ReceiverTypeId) == TypeSafety.ThreadUnsafe);

    private bool IsParallel(BodyFacts body)
    {
        for (var scope = body; scope is not null; scope = scope.EnclosingId is { } outer ? _program.Body(outer) : null)
            if (_parallel.Contains(scope.Id))
                return true;
        return false;
    }

    private bool OnlyConstructs(string bodyId, HashSet<string> seen) =>
        _program.Body(bodyId) is { IsPrivate: true } && _table.Entry.IsCalled(bodyId) && (!seen.Add(bodyId) || _table.Entry.CallersOf(bodyId).All(caller => _program.Body(caller) is { } body
            && (body.IsConstruction || body.IsPrivate && !body.IsNested && OnlyConstructs(caller, seen))));
}
