using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Contracts;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Conflicts between the members of a type that strangers may call at any time: against what the type itself left
/// running, and, where the type shows by its locks that it expects several threads, against each other. Only what is
/// reachable from outside counts; a private helper is seen through its callers, with their locks.
/// </summary>
internal sealed class TypeConflicts
{
    private static readonly IComparer<AccessPath> s_order = Comparer<AccessPath>.Create(AccessPath.Compare);

    private readonly ProgramIndex _program;
    private readonly ImmutableArray<Summary> _all;
    private readonly StoredTargets _stored;
    private readonly ConflictTable _table;
    private readonly EntryLocks _entry;
    private readonly SiblingTypes _siblings;
    private readonly SameRun _runs;
    private readonly Owners _owners;
    private readonly Modes _modes;
    private readonly StartSteps _steps;
    private readonly OneWriter _oneWriter;
    private readonly Endings _endings;
    private readonly Handlers _handlers;

    /// <summary>Bodies that run because the type itself starts them: nobody else enters there.</summary>
    private readonly HashSet<string> _started;

    /// <summary>Bodies that a thread can enter from outside the type, in the order of all.</summary>
    private readonly HashSet<Summary> _entrances;
    private readonly List<Use> _accesses = [];
    private readonly List<Use> _ofOthers = [];
    private readonly List<Use> _seenByOthers = [];

    private TypeConflicts(ProgramIndex program, ImmutableArray<Summary> all, EntryLocks entry, ConflictTable table)
    {
        _program = program;
        _stored = table.Stored;
        _all = all;
        _table = table;
        _entry = entry;
        _siblings = new(program);
        _runs = new(program, all);
        _owners = new(program, entry, all);
        _modes = new(program);
        _steps = new(program, entry);
        _oneWriter = new(_accesses);
        _endings = new(all);
        _handlers = new(program, entry, all, _stored);
        _started = new(all.SelectMany(static summary => summary.Forks).SelectMany(static fork => fork.Bodies), StringComparer.Ordinal);
        _entrances = new(all.Where(IsEntrance));
    }

    public static void Find(ProgramIndex program, ImmutableArray<Summary> all, EntryLocks calls, ConflictTable table, PromisedSafety promised, ContractInference inference) =>
        new TypeConflicts(program, all, calls, table).Find(promised, inference);

    private void Find(PromisedSafety promised, ContractInference inference)
    {
        foreach (var summary in _entrances)
            foreach (var use in UsesOf(summary))
                Add(use);
        foreach (var summary in _all)
            if (Endings.IsEnding(summary.Body.DisplayName) && summary.Body is { IsNested: false, Kind: BodyKind.Method })
                for (var i = 0; i < summary.Effects.Length; i++)
                    if (summary.Effects[i] is { IsInvocation: false, IsSignal: false } effect && IsOfGiven(effect))
                        _seenByOthers.Add(summary.Entrance.UseOf(i));
        AddSeenByOthers();
        var byState = _accesses.GroupBy(static access => access.Effect.Path).OrderBy(static group => group.Key, s_order).ToArray();
        var endings = _endings.Guarded();
        var guarded = new GuardUses(_siblings, _accesses, new LockSites(_all), _endings.Locks(), IsDataOfOthers, _oneWriter.IsAt);
        var started = StartedWork();
        var ofOthers = _ofOthers.ToLookup(static access => access.Effect.Path);
        foreach (var state in byState)
        {
            var own = state.ToArray();
            if (IsWordOfStruct(state.Key) || IsOfOneUser(state.Key))
                continue;
            var (ends, others, number) = (endings[state.Key].ToArray(), ofOthers[state.Key].ToArray(), 0);
            foreach (var family in _siblings.Families(started.Contains(state.Key) ? own.Concat(started[state.Key]).ToArray() : own))
                GuardConflicts.Find(guarded, family, ends, others, number++, inference, _table);
            foreach (var type in own.Where(access => promised.Covers(access.Summary.Body)).GroupBy(static access => access.Summary.Body.TypeId))
                promised.Add(type.Key, GuardConflicts.Worst(type.ToArray()));
            AgainstAtomic(Array.ConvertAll(own, static access => access.Effect));
            MidwayUses.Find(_program, _entry, own, started[state.Key], _table);
        }

        TakenOver.Find(_program, byState, _table);
        var pairs = _accesses.FindAll(access => !IsWordOfStruct(access.Effect.Path));
        TornPairs.Find(pairs, _table);
        TornPairs.FindBeside(pairs, _table);
        SplitRanges.Find(_program, _accesses, _table);
        var table = byState.ToDictionary(static group => group.Key, static group => new Lazy<Use[]>(() => Nearest(group.Where(static access => !access.Summary.Body.IsNested))));
        new FlowPairs(_siblings, _all).Find(summary => _entrances.Contains(summary), _table);
        var ended = _endings.Writes();
        foreach (var summary in _all)
            foreach (var fork in summary.Leaked)
                if (fork.Kind == ForkKind.AsyncCall && BackgroundLoops.Is(_program, summary, fork))
                {
                    AgainstFork(summary, fork, table, static (_, there) => there.InLoop);
                }
                else if (!fork.IsReturned && fork.Kind is not (ForkKind.AsyncCall or ForkKind.Continuation))
                {
                    AgainstFork(summary, fork, table, static (_, _) => true);
                    AgainstFork(summary, fork, ended, static (_, there) => (there.Kind & AccessKind.Poll) != 0);
                    if (_endings.BeforeWaitFor(fork) is { Count: > 0 } early)
                        AgainstFork(summary, fork, early, (here, there) => !Judge.Ordered(there, fork.Effects.Where(static effect => effect.IsSignal).Select(static effect => effect.Path.Key).ToArray(), here));
                }
    }

    /// <summary>In a struct, this is whatever variable the caller names: a copy of his own, or the one that all share. Its members say nothing of either.</summary>
    private bool IsWordOfStruct(AccessPath path) => path is { Root: RootKind.This, Steps: [{ Kind: StepKind.Field, Field: { } word }] } && _program.Type(word.OwnerId) is { IsStruct: true };

    /// <summary>An instance of which the documentation says that it is not thread-safe: which members take locks and which do not is no evidence.</summary>
    private bool IsOfOneUser(AccessPath path) => path is { Root: RootKind.This, Steps: [{ Field: { } field }, ..] } && _program.IsDocumentedForOneUser(field.OwnerId);

    /// <summary>What callers of an entrance come to.</summary>
    private Use[] UsesOf(Summary summary)
    {
        var atEntry = _entry.IsCalledUnderLocks(summary.Body) ? LockSet.Empty.AddUnknown() : _entry.Of(summary.Body);
        var subscribed = SetUp.EndOf(_program, _entry, summary.Body);
        var runsOnce = RunsOnce(summary.Body);
        if (!runsOnce && summary.Entrance.Uses(atEntry, subscribed) is { } known)
            return known;
        var made = MadeByOwnWork(summary);
        var isSetUp = SetUp.RefusesOnceStarted(summary.Body);
        var start = SetUp.StartIn(summary);
        var uses = new List<Use>();
        for (var i = 0; i < summary.Effects.Length; i++)
            if (summary.Effects[i] is { IsInvocation: false, IsSignal: false, Path: { IsHandedOver: false, IsOfThread: false } } effect && !Endings.IsEnding(effect.MemberName) && !(isSetUp && SetUp.IsPlainStore(effect)) && !SetUp.IsBefore(effect, summary.Body, subscribed) && !SetUp.IsReset(effect, start) && !(runsOnce && !IsInGiven(effect)) && !(made is not null && !effect.Writes && made.TryGetValue(effect.Path, out var first) && !IsBefore(effect, first)))
                uses.Add(atEntry.IsEmpty ? summary.Entrance.UseOf(i) : new(summary, effect with { Locks = effect.Locks.Union(atEntry) }));

        // What is given is a matter of the whole program.
        return runsOnce ? uses.ToArray() : summary.Entrance.Keep(atEntry, subscribed, uses.ToArray());
    }

    /// <summary>An access to this object or a static; and, seen from each object on the way, to the object that holds the state.</summary>
    private void Add(Use use)
    {
        if (GuardConflicts.MayHold(use.Effect))
            use = new(use.Summary, use.Effect with { Locks = use.Effect.Locks.AddUnknown() });
        if (use.Effect.Path.Root is RootKind.This or RootKind.Static)
            _accesses.Add(use);
        _seenByOthers.Add(use);
    }

    /// <summary>Only where the object's own members touch the state too is there something to hold against each other.</summary>
    private void AddSeenByOthers()
    {
        var states = new HashSet<AccessPath>();
        var own = new Dictionary<FieldFacts, List<AccessPath>>();
        foreach (var (_, effect) in _accesses)
            if (effect.Path is { Root: RootKind.This, Steps: [{ Field: { } field }, ..] } && states.Add(effect.Path))
            {
                if (!own.TryGetValue(field, out var paths))
                    own[field] = paths = [];
                paths.Add(effect.Path);
            }

        foreach (var use in _seenByOthers)
            AddSeenByOthers(use, own);
        _seenByOthers.Clear();
    }

    private void AddSeenByOthers(Use use, Dictionary<FieldFacts, List<AccessPath>> own)
    {
        var effect = use.Effect;
        if (effect.IsWeak || effect.Path.Root == RootKind.Object || effect.Locks.HasUnknown)
            return;
        for (var steps = effect.Path.Root == RootKind.Local ? 0 : 1; steps < effect.Path.Steps.Length; steps++)
            if (effect.Path.Steps[steps] is { Kind: StepKind.Field, Field: { IsStatic: false } field } && own.TryGetValue(field, out var paths) && IsOneOf(paths, effect.Path, steps) && !IsBackReference(use.Summary.Body, effect.Path, steps) && use.From(steps) is { } view)
                _ofOthers.Add(view);
    }

    private static bool IsOneOf(List<AccessPath> states, AccessPath path, int steps)
    {
        foreach (var state in states)
            if (path.EndsLike(state, steps))
                return true;
        return false;
    }

    /// <summary>
    /// The object was handed in, so that others have it too; what one has made oneself ends with one. What ends one object is no
    /// end of another that it changes: a token that is disposed of gives its lock back.
    /// </summary>
    private bool IsOfGiven(Effect effect) =>
        IsInGiven(effect) && (effect.Trace.IsEmpty || !Endings.IsEnding(effect.MemberName));

    /// <summary>What an object's helper knows of the object's own type is most likely the object itself, whose locks are held then.</summary>
    private static bool IsBackReference(BodyFacts body, AccessPath path, int steps) =>
        path.Root == RootKind.This && steps >= 2 && path.Steps[steps].Field?.OwnerId == body.TypeId;

    /// <summary>
    /// What entrances leave running for their callers to wait for, or wait for themselves: the type's other members run beside
    /// it all the same, under the locks that it takes itself, not those of the member that started it.
    /// </summary>
    private ILookup<AccessPath, Use> StartedWork() => _entrances
        .SelectMany(summary => summary.Leaked.Where(static fork => fork.IsReturned && fork.Kind is ForkKind.Task or ForkKind.Thread or ForkKind.PoolItem).Concat(summary.Forks.Where(fork => IsWaitedFor(summary, fork)))
            .SelectMany(static fork => fork.Effects)
            .Where(static effect => effect is { IsInvocation: false, IsSignal: false, Path.Root: RootKind.This or RootKind.Static } && !Endings.IsEnding(effect.MemberName))
            .Select(effect => new Use(summary, effect)))
        .ToLookup(static access => access.Effect.Path);

    /// <summary>Started in the member itself, under no lock, and over when it ends.</summary>
    private bool IsWaitedFor(Summary summary, Fork fork) =>
        fork.Kind is ForkKind.Task or ForkKind.Thread or ForkKind.PoolItem or ForkKind.Callback && fork.Id.IndexOf('>') < 0 && fork.Bodies.Count > 0 && !summary.Leaked.Contains(fork)
        && !summary.Held.Any(held => !held.Value.IsEmpty && held.Key.Span.Contains(fork.Place.Span)) && !_entry.IsCalledUnderLocks(summary.Body) && _entry.Of(summary.Body).IsEmpty;

    /// <summary>
    /// What a member reads of a state that its own flows change is judged against those flows: it waits for them first, or not.
    /// What it reads before it starts the first of them, once, has nothing to do with them.
    /// </summary>
    /// <returns>By state, where the first flow that changes it is started; 0 where that is not in the member itself.</returns>
    private static Dictionary<AccessPath, int>? MadeByOwnWork(Summary summary)
    {
        if (summary.Forks.IsEmpty)
            return null;
        var made = new Dictionary<AccessPath, int>();
        foreach (var fork in summary.Forks)
        {
            var start = fork.Kind == ForkKind.AsyncCall && fork.Id.IndexOf('>') < 0 ? fork.Place.Span.Start : 0;
            foreach (var effect in fork.Effects)
                if (effect.Writes)
                    made[effect.Path] = made.TryGetValue(effect.Path, out var first) ? Math.Min(first, start) : start;
        }

        return made;
    }

    private static bool IsBefore(Effect read, int start) => !read.InLoop && (read.Trace.IsEmpty ? read.Place : read.Trace[0]).Span.Start < start;

    /// <summary>Bodies that a thread can enter from outside the type: not construction, not helpers that only the type calls.</summary>
    private bool IsEntrance(Summary summary)
    {
        var body = summary.Body;
        if (_handlers.IsFree(body, _started))
            return true;
        if (body.IsNested || body.Kind is not (BodyKind.Method or BodyKind.Accessor) || Endings.IsEnding(body.DisplayName))
            return false;
        // A template's steps run when the template runs them, under its locks; what it calls, its summary holds.
        if (body.IsForHeirs || _entry.IsOnlyCalledBack(body))
            return false;
        if (body.IsExternallyVisible)
            return true;
        if (!_entry.IsCalled(body.Id))
            return true;
        return !body.IsPrivate && !OnlyConstructs(body.Id, []);
    }

    /// <summary>
    /// A private body that only the type starts, or an internal one that nobody calls besides, meets its other runs where the start shows them. What an object was given
    /// by others, though, is shared with whatever else they gave it to: each such object has its own run.
    /// </summary>
    private bool RunsOnce(BodyFacts body) => _started.Contains(body.Id) && !_entry.IsCalled(body.Id)
        && (body.IsPrivate || !body.IsExternallyVisible && !_entry.IsCalledAnywhere(body.Id) && !_entry.IsStartedElsewhere(body.Id) && !_program.ImplementedBy(body.Id).Any());

    private bool IsInGiven(Effect effect) => effect.Path is { Root: RootKind.This, Steps: [{ Field: { } owner }, { }, ..] } && _stored.IsGiven(owner);

    /// <summary>An object of this compilation that was handed in, and that the type changes under a lock on it: the lock is there for that object.</summary>
    private bool IsDataOfOthers(AccessPath guard) =>
        guard is { Root: RootKind.This, Steps: [{ Field: { } field }] } && _program.Type(field.TypeId) is not null && _stored.IsGiven(field)
        && ChangedUnderOwnLock.Contains(guard);

    /// <summary>The objects in fields that are changed under a lock on them.</summary>
    private HashSet<AccessPath> ChangedUnderOwnLock => _changedUnderOwnLock ??= new(
        from summary in _all
        from effect in summary.Effects
        where effect.Writes && effect.Path.Steps.Length > 1 && !effect.Locks.Held.IsEmpty && effect.Path.Prefix(1) is var owner && effect.Locks.Contains(owner.Key)
        select effect.Path.Prefix(1));

    private HashSet<AccessPath>? _changedUnderOwnLock;

    private bool OnlyConstructs(string bodyId, HashSet<string> seen) =>
        !seen.Add(bodyId) || _entry.CallersOf(bodyId).All(caller => _program.Body(caller) is { } body
            && (body.IsConstruction || body.IsPrivate && !body.IsNested && OnlyConstructs(caller, seen)));

    /// <summary>Volatile or Interlocked elsewhere says that threads meet here; an update in two steps loses what they do between.</summary>
    private void AgainstAtomic(Effect[] accesses)
    {
        var atomic = accesses.Where(static effect => effect is { IsAtomic: true, IsUpdate: true }).ToArray();
        if (atomic.Length == 0 && accesses.All(static effect => effect.Path.Storage is not { IsVolatile: true }))
            return;
        foreach (var here in GuardConflicts.OnePerPlace(accesses).Where(effect => effect is { IsContent: false, IsUpdate: true, IsAtomic: false, IsWeak: false } && effect.Operator != "??=" && effect.Path.Storage is { IsEvent: false } && !IsForOneCaller(effect)))
        {
            // A template's steps run when the template runs them: a volatile field has one writer there, unless atomic updates show more. So it has
            // where a number is stored some time after it was read.
            var there = here.Path.Storage!.IsVolatile && here.Locks.IsEmpty && (here.Operator != Access.ByVariable || here.Path.Storage.IsReferenceType) && _program.Body(here.BodyId) is not { IsForHeirs: true }
                ? here
                : atomic.FirstOrDefault(effect => !effect.Locks.HasUnknown && !here.Locks.HasUnknown && !here.Locks.Excludes(effect.Locks, bothRead: false) && !Setting.Exclude(here, effect));
            if (there is not null && !(ReferenceEquals(here, there) && _oneWriter.IsAt(here)))
                _table.Add(here, FlowText.Caller(here.MemberName), there, FlowText.Caller(there.MemberName), Harm.LostUpdate, Tier.B);
        }
    }

    private bool IsForOneCaller(Effect effect) => _program.Body(effect.BodyId) is { MemberId: var member } && _program.IsForOneCaller(member);

    private sealed record Likeness(Place Place, AccessKind Kind, LockSet Locks, bool IsWeak, string Joined);

    /// <summary>A place that many entrances lead to counts once for each set of locks, as seen from the nearest of them.</summary>
    private static Use[] Nearest(IEnumerable<Use> accesses) => accesses
        .GroupBy(static access => new Likeness(access.Effect.Place, access.Effect.Kind, access.Effect.Locks, access.Effect.IsWeak, access.Effect.Joined.IsEmpty ? "" : string.Join(" ", access.Effect.Joined.OrderBy(static key => key, StringComparer.Ordinal))))
        .Select(static same => same.OrderBy(static access => access.Effect.Trace.Length).ThenBy(static access => access.Summary.Body.Id, StringComparer.Ordinal).First() is var nearest && nearest.Effect.Settings.IsEmpty
            ? nearest
            : new Use(nearest.Summary, nearest.Effect with { Settings = Setting.Meet(same.Select(static access => access.Effect)) }))
        .ToArray();

    /// <summary>A member that starts the same work is judged by its own order: what it does first is done when the work begins.</summary>
    private static bool Starts(Summary summary, Fork fork) => summary.Forks.Any(own => own.Bodies.Overlaps(fork.Bodies));

    /// <summary>
    /// A member that only this compilation can call, of a type without any lock: it may well be there for the flow that the
    /// type runs, and called from nowhere else. Where its callers are seen to run beside that flow, they are judged there.
    /// </summary>
    private bool IsForItsOwnFlow(BodyFacts body, Effect here, Effect there) =>
        !body.IsExternallyVisible && here.Locks.IsEmpty && there.Locks.IsEmpty && _entry.IsCalledAnywhere(body.Id) && !Synchronized.Contains(body.TypeId);

    /// <summary>Ids of the types that lock in some member.</summary>
    private HashSet<string> Synchronized => _synchronized ??= new(
        _all.Where(static summary => summary.Effects.Any(static effect => !effect.Locks.IsEmpty)).Select(static summary => summary.Body.TypeId), StringComparer.Ordinal);

    private HashSet<string>? _synchronized;

    /// <summary>
    /// A member that passes on what a type promises that one thread at a time may use, such as a stream around another: who
    /// began an operation there and has not ended it does not call another member meanwhile.
    /// </summary>
    private bool IsBoundByContract(BodyFacts body, Effect here, Fork fork) =>
        here.IsContent && fork.Kind == ForkKind.Callback && _program.ImplementedBy(body.Id).Any(id => _program.Knowledge.SafetyOf(ProgramIndex.OwnerOf(id).Substring(2)) == TypeSafety.ThreadUnsafe);

    private void AgainstFork(Summary starter, Fork fork, Dictionary<AccessPath, Lazy<Use[]>> accesses, Func<Effect, Effect, bool> counts)
    {
        var flow = FlowText.Of(fork);
        var loops = _runs.LoopsOf(fork.Bodies.Concat(fork.Origins));
        var leading = _steps.LeadingTo(starter.Body.Id);
        foreach (var effect in fork.Effects)
        {
            if (effect.IsInvocation || effect.IsSignal || OwnerView.OfSubscriber(effect) is not { Path.Root: RootKind.This or RootKind.Static } there)
                continue;
            if (accesses.TryGetValue(there.Path, out var reached))
            {
                var own = reached.Value.Select(static access => access.Effect).ToArray();
                foreach (var (summary, here) in reached.Value)
                    if (MayMeet(summary, here, there) && counts(here, there) && Judge.Conflict(here, there, sameFork: false))
                        _table.Add(here, FlowText.Caller(summary.Body.DisplayName), there, flow, Judge.HarmOf(here, there, effect => ForkConflicts.Checks(effect, own) || ForkConflicts.Checks(effect, fork.Effects)), Tier.A);
            }

            // What callers change in an object lands in the one that the flow has just put aside.
            if (ForkConflicts.Replaces(there) && there.Path.Content() is { } content && accesses.TryGetValue(content, out var changed))
                foreach (var (summary, here) in changed.Value)
                    if (ForkConflicts.IsReplaceable(here) && MayMeet(summary, here, there) && counts(here, there) && Judge.Conflict(here, there, sameFork: false))
                        _table.Add(here, FlowText.Caller(summary.Body.DisplayName), TakenOver.AsSeenBy(here, there, _program), flow, Harm.Corruption, Tier.A);
        }

        bool IsForHeir(BodyFacts body) => body.TypeId != starter.Body.TypeId && (_steps.IsStepOfHeir(body, fork, starter.Body.TypeId) || _steps.IsOverriddenIn(starter.Body.TypeId, body));

        bool MayMeet(Summary summary, Effect here, Effect there) =>
            summary.Body.Id != starter.Body.Id && !summary.Leaked.Any(own => own.Place == fork.Place) && !Starts(summary, fork) && !leading.Contains(summary.Body.Id) && !(starter.Body.Kind != BodyKind.Constructor && _steps.IsStepOf(summary.Body, starter.Body.Id)) && !fork.Bodies.Contains(summary.Body.Id) && summary.Body.MemberId != there.BodyId && here.Place != there.Place && !here.Joined.Overlaps(fork.HandleKeys)
            && !_siblings.Exclude(here, there) && !_runs.Enters(summary.Body.Id, loops) && !IsForItsOwnFlow(summary.Body, here, there) && !_owners.KeepOut(summary.Body, here, there) && !_modes.KeepApart(summary.Body, fork) && !IsForHeir(summary.Body) && !IsBoundByContract(summary.Body, here, fork);
    }
}
