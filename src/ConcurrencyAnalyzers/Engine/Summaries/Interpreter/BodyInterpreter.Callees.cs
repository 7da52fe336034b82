using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>Calls of known bodies: what the callee did is done here, in this body's names.</summary>
internal sealed partial class BodyInterpreter
{
    /// <summary>So many calls on the way to an access are followed.</summary>
    public const int MaxTrace = 6;

    /// <summary>The callee's effects in this body's names, invocations of known delegates unfolded.</summary>
    private IEnumerable<Effect> Expand(ImmutableArray<Effect> effects, Renaming renaming, int depth = 0)
    {
        foreach (var effect in effects)
        {
            if (--_budget < 0)
                yield break;
            if (effect.Trace.Length >= MaxTrace && !effect.IsSignal || renaming.RulesOut(effect.Settings))
                continue;
            if (effect.IsInvocation)
            {
                foreach (var inner in ExpandInvocation(effect, renaming, depth))
                    yield return inner;
            }
            else
            {
                if (!effect.IsSignal && renaming.ItemsBehind(effect.Path) is { } items)
                {
                    foreach (var item in items)
                        if (effect.Path.Rebase(item) is { } ofItem)
                            yield return Renamed(effect, renaming.Settle(ofItem), renaming) with { Item = _oneOff.Contains(item.RootKey) ? item.RootKey : "" };
                    continue;
                }

                renaming.NamesObject = effect.IsSignal;
                var path = effect.IsSignal ? renaming.Rename(effect.Path) is { } carrier ? Whole(carrier) : null : OfWhole(renaming.Rename(effect.Path));
                renaming.NamesObject = false;
                if (path is not null && !IsOfOtherType(path) && !(path.Root == RootKind.Object && effect is { IsSignal: false, AfterAwait: false } && IsAlone(renaming.State)))
                    yield return Renamed(effect, path, renaming);
            }
        }
    }

    /// <summary>A part that only an heir of a field's type has, and no such heir is ever stored in the field: an override that is never run there.</summary>
    private bool IsOfOtherType(AccessPath path)
    {
        for (var i = 0; i < path.Steps.Length; i++)
            if (path.Steps[i] is { Kind: StepKind.Field, Field: { IsStatic: false, OwnerId: { Length: > 0 } owner } } && (i == 0 ? path.Root == RootKind.Static ? path.RootField : null : path.Steps[i - 1] is { Kind: StepKind.Field } holder ? holder.Field : null) is { TypeId: { Length: > 0 } declared } field
                && declared != owner && asked.Inherits(owner, declared) && !asked.MayHold(field, owner))
                return true;
        return false;
    }

    /// <summary>Nothing runs beside the body yet: what callees do to objects that it has from calls meets nobody, and its callers have no name for it.</summary>
    private bool IsAlone(State state) => !body.IsNested && _forks.Count == 0 && _prepared.Count == 0 && state.Live.IsEmpty;

    private Effect Renamed(Effect effect, AccessPath path, Renaming renaming) => effect with
    {
        Path = path,
        Around = renaming.RenameAround(effect.Around),
        Trace = renaming.Lengthen(effect.Trace),
        InLoop = effect.InLoop || _loopDepth > 0,
    };

    /// <summary>A call that others make of a delegate, as often as they please: what it makes has no name here.</summary>
    private const int Unnumbered = -1;

    private IEnumerable<Effect> ExpandInvocation(Effect effect, Renaming renaming, int depth)
    {
        var value = !renaming.IsIdentity && effect.Path is { Root: RootKind.Local, Steps.IsEmpty: true, RootField: { } variable } && renaming.Callee.Body.Parameters.Contains(variable)
            ? renaming.Argument(variable)
            : effect.Path is { Root: RootKind.Local, Steps.IsEmpty: true, RootField: { } captured } && renaming.State.Variables.TryGetValue(captured.Id, out var held)
                ? held
                : renaming.Rename(effect.Path) is { } path ? ReadFrom(ImmutableArray.Create(path), renaming.State) : AbstractValue.Unknown;
        var targets = value.Delegates.Concat(value.Objects.SelectMany(asked.DelegatesAt)).Take(AbstractValue.MaxAtoms).ToArray();
        foreach (var unknown in targets.Length == 0 ? value.Objects : [])
            yield return Renamed(effect, unknown, renaming);
        if (depth >= 3)
            yield break;
        var locks = effect.Locks.Map(renaming.RenameLock);
        var settings = renaming.RenameSettings(effect.Settings);
        var call = new Call(effect.Place.Span, Unnumbered, new("", "", ""), null, ImmutableArray<Argument>.Empty);
        foreach (var target in targets)
        {
            if (asked.Of(target.BodyId) is not { } summary)
                continue;
            var inner = new Renaming(this, summary, target.Receiver, target.IsClosure, [], call, renaming.State) { Frame = target.Frame };
            foreach (var expanded in Expand(summary.Effects, inner, depth + 1))
                yield return expanded with { Locks = expanded.Locks.Union(locks), Settings = expanded.Settings.Union(settings), AfterAwait = expanded.AfterAwait || effect.AfterAwait, Item = renaming.TagsItems && target.IsItem ? target.BodyId : expanded.Item };
        }
    }

    private readonly Dictionary<Call, Expansion> _expansions = [];

    /// <summary>What a callee did at a call, and all that it was named by: walked again with the same, a loop need not name it again.</summary>
    private sealed record Expansion(Summary Summary, AccessPath? Receiver, bool IsClosure, IReadOnlyList<AbstractValue> Arguments, State State, AccessPath? Frame, bool IsAlone, Effect[] Effects)
    {
        public bool Holds(Summary summary, AccessPath? receiver, bool isClosure, IReadOnlyList<AbstractValue> arguments, AccessPath? frame, State state) =>
            ReferenceEquals(summary, Summary) && Equals(frame, Frame) && isClosure == IsClosure && Equals(receiver, Receiver) && ReferenceEquals(state.Heap, State.Heap) && ReferenceEquals(state.Variables, State.Variables) && arguments.SequenceEqual(Arguments);
    }

    private Effect[] ExpandOnce(Summary summary, AccessPath? receiver, bool isClosure, IReadOnlyList<AbstractValue> arguments, Call call, Renaming renaming)
    {
        if (summary.Effects.IsEmpty)
            return [];
        var isAlone = IsAlone(renaming.State);
        if (_expansions.TryGetValue(call, out var known) && known.IsAlone == isAlone && known.Holds(summary, receiver, isClosure, arguments, renaming.Frame, renaming.State))
            return known.Effects;
        var effects = Expand(summary.Effects, renaming).ToArray();
        _expansions[call] = new(summary, receiver, isClosure, arguments, renaming.State, renaming.Frame, isAlone, effects);
        return effects;
    }

    /// <summary>Runs a callee here: its effects, the forks it leaves, the locks it takes, what it joins and returns.</summary>
    private AbstractValue Apply(Summary summary, AccessPath? receiver, bool isClosure, Call call, IReadOnlyList<AbstractValue> arguments, ref State state, bool areItems = false, AccessPath? frame = null)
    {
        // Its locals are new in every run: what an earlier run left behind knows only its own.
        if (!state.Live.IsEmpty)
            state = Renewed(state.Renew(asked.DeclaredIn(summary.Body)), summary, call);
        var renaming = new Renaming(this, summary, receiver, isClosure, arguments, call, state) { AreItems = areItems, Frame = frame };
        NoteCall(summary.Body.Id, receiver, renaming.Place, state);
        ImmutableArray<Effect>.Builder? pending = null;
        foreach (var effect in ExpandOnce(summary, receiver, isClosure, arguments, call, renaming))
        {
            if (effect.IsSignal)
                state = state with { Signalled = state.Signalled.Add(effect.Path.Key) };
            Record(Here(effect, state), state);
            if (effect.AfterAwait)
                (pending ??= ImmutableArray.CreateBuilder<Effect>()).Add(effect.IsSignal ? effect with { InLoop = SignalsInLoop(summary, effect.Place) } : effect);
        }

        var before = state;
        var replayed = ReplayForks(summary, renaming, call, state);
        var imported = ImportAll(summary, renaming, call, ref state);
        if (replayed.Count > 0 || imported.Count > 0)
            ReplayOverlaps(summary, renaming, replayed, imported, before);
        var atoms = new List<Atom>();
        foreach (var pair in imported)
            if (pair.Value.IsReturned)
                atoms.Add(new Atom.Handle(pair.Value));
        if (summary.Body is { IsAsync: true, IsIterator: false } && pending is not null && !IsToldToBlock(summary.Body, call))
        {
            // The part after the first await goes on beside the caller until the caller awaits it.
            var fork = ForkAt(call.Number + "~" + summary.Body.Id, ForkKind.AsyncCall, renaming.Place, body.DisplayName);
            fork.Effects = Set(pending.ToImmutable(), state);
            fork.AsyncBody = summary.Body.Id;
            state = GoLive(fork, state, before);
            atoms.Add(new Atom.Handle(fork));
        }

        if (!summary.ClaimedWhenTrue.IsEmpty)
            _claimedByResult[call.Number] = renaming.RenameClaims(summary.ClaimedWhenTrue);
        state = KeepArguments(summary, call, renaming, Finish(summary, renaming, call, imported, state));
        foreach (var atom in summary.Result.Atoms)
            atoms.AddRange(RenameResults(atom, summary, call, renaming, imported));
        AddEndedWhenTrue(summary, renaming, state, atoms);
        foreach (var held in summary.AcquiredWhenTrue.Held)
            if (renaming.RenameLock(held.Path) is { } path)
                atoms.Add(new Atom.Attempt(path, held.Mode));
        return AbstractValue.From(atoms);
    }

    private static bool SignalsInLoop(Summary summary, Place place)
    {
        foreach (var own in summary.Effects)
            if (own is { IsSignal: true, InLoop: true } && own.Place == place)
                return true;
        return false;
    }

    /// <summary>A callee that makes what it returns makes a new one in every run.</summary>
    private State Renewed(State state, Summary callee, Call call) =>
        MakesClosure(callee) || callee.Result.Single is { Root: RootKind.Object, Steps.IsEmpty: true, RootId: var made } && callee.Body.Makes(made) ? Renew(NewObject(call.Number), state) : state;

    /// <summary>
    /// A callee that runs our delegates side by side and waits for them: only here, where the delegates are known, can
    /// their effects be held against each other.
    /// </summary>
    private Dictionary<string, Fork> ReplayForks(Summary summary, Renaming renaming, Call call, State state)
    {
        if (summary.Forks.IsEmpty)
            return s_noForks;
        var replayed = new Dictionary<string, Fork>(StringComparer.Ordinal);
        foreach (var fork in summary.Forks)
            if (fork.Effects.Any(static effect => effect.IsInvocation) && !summary.Leaked.Contains(fork) && Import(fork, renaming, call) is { } copy)
                replayed[fork.Id] = copy;
        foreach (var pair in replayed)
        {
            foreach (var (other, stale) in summary.Forks.First(fork => fork.Id == pair.Key).Concurrent.Values)
                if (replayed.TryGetValue(other.Id, out var copy))
                    pair.Value.Concurrent[copy.Id] = new(copy, stale);
            // An async call that the callee has waited for is among its own effects, with the locks that it held all the while.
            foreach (var effect in pair.Value.Kind == ForkKind.AsyncCall ? ImmutableArray<Effect>.Empty : pair.Value.Effects)
                Record(effect with { Locks = effect.Locks.Union(state.Locks) }, state);
        }

        return replayed;
    }

    /// <summary>What the callee did itself while work of ours ran beside it: only here is it known what that work does.</summary>
    private void ReplayOverlaps(Summary summary, Renaming renaming, Dictionary<string, Fork> replayed, Dictionary<string, Fork> imported, State state)
    {
        if (replayed.Count == 0 && !summary.Leaked.Any(fork => imported.ContainsKey(fork.Id) && fork.Effects.Any(static effect => effect.IsInvocation)))
            return;
        foreach (var (effect, fork, stale) in summary.Overlaps)
        {
            var copy = replayed.TryGetValue(fork.Id, out var known) ? known : imported.TryGetValue(fork.Id, out known) && fork.Effects.Any(static effect => effect.IsInvocation) ? known : null;
            if (copy is null)
                continue;
            var beside = state with { Live = state.Live.SetItem(copy.Id, new(copy, stale)) };
            foreach (var own in Expand(ImmutableArray.Create(effect), renaming))
                Record(own with { Locks = own.Locks.Union(state.Locks) }, beside);
        }
    }

    /// <summary>Most callees start nothing.</summary>
    private static readonly Dictionary<string, Fork> s_noForks = new(StringComparer.Ordinal);

    private State Finish(Summary summary, Renaming renaming, Call call, Dictionary<string, Fork> imported, State state)
    {
        var heap = state.Heap;
        state = GiveOut(summary, renaming, call, state);
        foreach (var cell in summary.Stores)
        {
            if (renaming.Rename(cell.Key) is not { } path)
                continue;
            var value = StoredBy(cell, renaming, imported, state);
            var ifMissing = SetIfMissing(cell.Key, cell.Value);
            if (ifMissing is not null && heap.ContainsKey(path))
                continue;
            if (path.IsOfFlow && (ifMissing ?? (value.IsUnknown ? cell.Value.Single : null)) is { Root: RootKind.Object, Steps.IsEmpty: true } && FlowingFrom(call, path) is { } flowing)
            {
                // The callee made it: here it goes by the call.
                state = Renew(flowing, state);
                value = ifMissing is null ? AbstractValue.Of(flowing) : AbstractValue.Of(flowing).Union(AbstractValue.Of(path));
            }
            else if (path is { IsOfFlow: true, Storage: { } holder } && value.Single is { Root: RootKind.Object, Steps.IsEmpty: true } handedOut)
            {
                value = AbstractValue.Of(handedOut.Named(holder));
            }

            if (path.EndsInElement)
                value = value.AsItems(_loopDepth == 0);
            if (!value.IsUnknown)
                heap = heap.SetItem(path, path is { EndsInElement: true, IsOfFlow: false } && heap.TryGetValue(path, out var before) ? before.Union(value) : value);
        }

        _takesOver |= !summary.Acquired.IsEmpty || summary.Result.Atoms.Any(static atom => atom is Atom.Attempt);
        var locks = summary.Acquired.IsEmpty ? state.Locks : state.Locks.Union(summary.Acquired.Map(renaming.RenameLock));
        foreach (var released in summary.Released)
            if (renaming.RenameLock(released) is { } path)
            {
                // What is not held here either, the caller of this body holds.
                if (!locks.Contains(path.Key) && path.Root is RootKind.This or RootKind.Static)
                    state = state with { GivenBack = state.GivenBack.Add(path) };
                locks = locks.Remove(path);
            }

        var claimed = Replace(state.Claimed, renaming.RenameClaims(summary.Claimed));
        if (!ReferenceEquals(heap, state.Heap) || !ReferenceEquals(locks, state.Locks) || !ReferenceEquals(claimed, state.Claimed))
            state = state with { Heap = heap, Locks = locks, Claimed = claimed };
        foreach (var joined in summary.JoinedPaths)
            if (WorkAt(joined, renaming, state) is { } work)
                state = JoinValue(work, state);

        return state;
    }

    /// <summary>What a callee has stored, in this body's names.</summary>
    private static AbstractValue StoredBy(Cell cell, Renaming renaming, Dictionary<string, Fork> imported, State state) =>
        AbstractValue.From(cell.Value.Atoms.SelectMany(atom => ArgumentsOf(atom, renaming)).Select<Atom, Atom?>(atom => atom switch
        {
            Atom.Delegate { IsClosure: false, Receiver: { } target } bound when cell.Value.Atoms.Contains(atom) => bound with { Receiver = renaming.RenameObject(target) },
            Atom.Delegate or Atom.Mapped => atom, // of an argument: in this body's names already
            Atom.Handle handle => imported.TryGetValue(handle.Fork.Id, out var fork) ? new Atom.Handle(fork) : null,
            Atom.Object target => cell.Value.Atoms.Contains(atom) ? renaming.Rename(target.Path) is { } renamed ? new Atom.Object(HeldAt(renamed, state) ?? renamed) : null : atom,
            _ => null,
        }).OfType<Atom>());

    /// <summary>The object that a primary constructor's parameter holds: what is stored from it is that object.</summary>
    private static AccessPath? HeldAt(AccessPath path, State state) =>
        path.Root == RootKind.Object && path.Steps is [{ Field: { } field }] && field.Id.StartsWith("PP:", StringComparison.Ordinal) && state.Heap.TryGetValue(path, out var held) ? held.Single : null;

    /// <summary>A parameter stored somewhere is the argument, whatever that is.</summary>
    private static IEnumerable<Atom> ArgumentsOf(Atom atom, Renaming renaming) =>
        atom is Atom.Object { Path: { Root: RootKind.Local, Steps.IsEmpty: true, RootField: { } variable } } && renaming.Argument(variable) is { IsUnknown: false } argument ? argument.Atoms : ImmutableArray.Create(atom);

    /// <summary>Delegates that were stored after the fork was started, where the fork finds them.</summary>
    private void ResolveInvocations(State exit)
    {
        foreach (var fork in _forks.Values)
        {
            if (!fork.Effects.Any(static effect => effect.IsInvocation))
                continue;
            var call = new Call(fork.Place.Span, 0, new("", "", ""), null, ImmutableArray<Argument>.Empty) { NameSpan = fork.Place.Span };
            var self = new Renaming(this, new Summary(body), AccessPath.This, isClosure: true, [], call, exit) { IsIdentity = true };
            fork.Effects = fork.Effects.SelectMany(effect => effect.IsInvocation ? ExpandInvocation(effect, self, 0) : [effect]).ToImmutableArray();
        }
    }

    /// <summary>A parameter that is returned is all that the argument can be.</summary>
    private IEnumerable<Atom> RenameResults(Atom atom, Summary summary, Call call, Renaming renaming, Dictionary<string, Fork> imported)
    {
        if (atom is Atom.Object { Path: { Root: RootKind.Local, Steps.IsEmpty: true, RootField: { } variable } } && renaming.Argument(variable).Atoms is { Length: > 1 } arguments)
            return arguments;
        return RenameResult(atom, summary, call, renaming, imported) is { } renamed ? ImmutableArray.Create(renamed) : ImmutableArray<Atom>.Empty;
    }

    private Atom? RenameResult(Atom atom, Summary summary, Call call, Renaming renaming, Dictionary<string, Fork> imported) => atom switch
    {
        Atom.Handle handle => imported.TryGetValue(handle.Fork.Id, out var fork) ? new Atom.Handle(fork) : null,
        Atom.Object { Path: { Root: RootKind.Local, Steps.IsEmpty: true, RootField: { } variable } } when renaming.Argument(variable).Atoms is [var argument] => argument,
        Atom.Object target when renaming.Rename(target.Path) is { } path => new Atom.Object(path),
        Atom.Object { Path: { Root: RootKind.Object, Steps.IsEmpty: true } } => new Atom.Object(NewObject(call.Number)),
        Atom.Delegate { IsClosure: false } target => target with { Receiver = target.Receiver is null ? null : renaming.RenameObject(target.Receiver) },
        Atom.Delegate closure when MakesClosure(summary) => closure with { IsClosure = false, Receiver = closure.Receiver is null ? null : renaming.Rename(closure.Receiver), Frame = NewObject(call.Number) },
        Atom.Ended ended => new Atom.Ended(AbstractValue.From(ended.Work.Atoms.SelectMany(part => RenameResults(part, summary, call, renaming, imported)))),
        Atom.Attempt attempt when renaming.RenameLock(attempt.Lock) is { } path => attempt with { Lock = path },
        _ => null,
    };

    /// <summary>One body for both ways: called with its flag <c>async: false</c> it has finished when it returns.</summary>
    private static bool IsToldToBlock(BodyFacts callee, Call call) => call.Arguments.Any(argument =>
        argument.Value is Value.Constant { Text: "False" } && argument.Ordinal < callee.Parameters.Length
        && callee.Parameters[argument.Ordinal] is { IsBool: true } flag && flag.Name.IndexOf("async", StringComparison.OrdinalIgnoreCase) >= 0);

    private void NoteCall(string targetId, AccessPath? receiver, Place place, State state)
    {
        var onThis = receiver is { Root: RootKind.This, Steps.IsEmpty: true };
        var locks = state.Locks.IsEmpty ? state.Locks : OfCallee(state.Locks, receiver);
        var site = new CallSite(targetId, locks, onThis, body.Id, place, receiver) { HeldByCaller = state.Locks };
        _calls[site] = _calls.TryGetValue(site, out var known) ? known with { Locks = known.Locks.Intersect(locks), HeldByCaller = known.HeldByCaller.Intersect(state.Locks) } : site;
    }

    private static LockSet OfCallee(LockSet locks, AccessPath? receiver) =>
        locks.Map(path => receiver is not null && (path.Equals(receiver) || path.Key.StartsWith(receiver.Key + ".", StringComparison.Ordinal)) ? Strip(path, receiver) : path.Root == RootKind.Static ? path : null);

    private static AccessPath? Strip(AccessPath path, AccessPath prefix)
    {
        AccessPath? result = AccessPath.This;
        foreach (var step in path.Steps.Skip(prefix.Steps.Length))
            result = result?.Append(step);
        return result;
    }
}
