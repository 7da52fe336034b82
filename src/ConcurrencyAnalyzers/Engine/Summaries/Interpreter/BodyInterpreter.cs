using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// Walks one body with an abstract state and gathers its <see cref="Summary"/>. Statements here; values, calls,
/// starts of work and the renaming of callees' effects in the files beside. Loops are walked until the state at their
/// head is stable, at most <see cref="MaxLoopRounds"/> times; each access keeps the meet of all walks.
/// </summary>
internal sealed partial class BodyInterpreter(Inquiry asked, BodyFacts body)
{
    private const int MaxLoopRounds = 3;

    /// <summary>Effects of callees that one body takes over; what lies beyond is left out.</summary>
    private const int MaxExpansions = 40_000;

    private readonly Dictionary<Effect, EffectRecord> _records = new(SameAccess.Instance);
    private readonly Dictionary<Effect, EffectRecord> _told = new(SameDoing.Instance);
    private readonly Dictionary<string, Fork> _forks = new(StringComparer.Ordinal);
    private readonly Dictionary<CallSite, CallSite> _calls = new(SameCall.Instance);
    private readonly Dictionary<int, AbstractValue> _results = [];
    private readonly Dictionary<Place, LockSet> _held = [];
    private List<Return> _returns = [];
    private List<State> _breaks = [];
    private List<State> _continues = [];
    private int _loopDepth;
    private int _budget = MaxExpansions;
    private AbstractValue _result = AbstractValue.Unknown;

    private sealed record Return(State State, Value Value);

    private sealed class EffectRecord(Effect effect)
    {
        public Effect Effect { get; set; } = effect;

        /// <summary>The forks that may be running then; null where there were none.</summary>
        public Dictionary<string, LiveFork>? Live { get; private set; }

        public void Meet(string id, LiveFork fork)
        {
            Live ??= new(StringComparer.Ordinal);
            Live[id] = Live.TryGetValue(id, out var there) ? there.Meet(fork) : fork;
        }
    }

    public Summary Run()
    {
        var summary = Run(LockSet.Empty);
        return _retaken.IsEmpty ? summary : new BodyInterpreter(asked, body).Run(_retaken);
    }

    /// <param name="fromCaller">Locks that the body can only have from its caller.</param>
    private Summary Run(LockSet fromCaller)
    {
        _fromCaller = fromCaller;
        var state = State.Start with { Locks = fromCaller };
        if (body.IsSynchronized)
            state = state with { Locks = state.Locks.Add(body.IsStatic ? AccessPath.Object("type " + body.TypeId) : AccessPath.This, LockMode.Exclusive) };
        foreach (var required in body.RequiredLocks)
            if (asked.Resolve(required, AccessPath.This) is { } held)
                state = state with { Locks = state.Locks.Add(held, LockMode.Exclusive) };
        var entry = state.Locks;
        if (Execute(body.Root, state) is { } end)
            _returns.Add(new(end, Value.Unknown));
        State? exit = null;
        foreach (var (at, value) in _returns)
        {
            var final = at;
            _result = _result.Union(Evaluate(value, ref final));
            exit = State.Join(exit, final);
        }

        return Summarize(BeginRest(exit), entry);
    }

    private Summary Summarize(State? exit, LockSet entry)
    {
        var live = exit is null ? _forks.Values : exit.Live.Values.Select(static pair => pair.Fork);
        var leaked = live.OrderBy(static fork => fork.Id, StringComparer.Ordinal).ToImmutableArray();
        foreach (var fork in leaked)
        {
            fork.IsReturned |= IsHandedOut(fork);
            fork.IsStartedLast = !_atRisk.Contains(fork.Id);
            foreach (var cell in exit?.Heap ?? ImmutableDictionary<AccessPath, AbstractValue>.Empty)
                if (NameOf(cell.Key, exit!) is { } place && (cell.Value.Handles.Contains(fork) || cell.Value.Objects.Any(path => fork.HandleKeys.Contains(path.Key))))
                    fork.HandleKeys.Add(place.Key);
        }

        if (exit is not null)
            ResolveInvocations(exit);
        return new Summary(body)
        {
            Effects = Bound(_records.Values),
            Leaked = leaked,
            Forks = _forks.Values.ToImmutableArray(),
            Overlaps = Overlaps(),
            Result = _result,
            Stores = Stores(exit),
            Claimed = exit?.Claimed ?? Claim.None,
            ClaimedWhenTrue = ClaimedWhenTrue(),
            Acquired = exit is null ? LockSet.Empty : exit.Locks.Without(entry),
            AcquiredWhenTrue = AcquiredWhenTrue(exit, entry),
            Released = exit is null ? ImmutableArray<AccessPath>.Empty : exit.GivenBack.OrderBy(static path => path.Key, StringComparer.Ordinal).ToImmutableArray(),
            JoinedPaths = exit is null ? ImmutableArray<AccessPath>.Empty : exit.Joined.OrderBy(static path => path.Key, StringComparer.Ordinal).ToImmutableArray(),
            JoinedWhenTrue = JoinedWhenTrue(exit),
            Held = _held,
            Calls = _calls.Values.ToImmutableArray(),
        };
    }

    /// <summary>How others name the place: through the field that holds the collection which it lies in.</summary>
    private static AccessPath? NameOf(AccessPath place, State exit)
    {
        if (place.Root is RootKind.This or RootKind.Static)
            return place;
        if (place is not { Root: RootKind.Object, EndsInElement: true, Steps.Length: 1 })
            return null;
        foreach (var holder in exit.Heap)
            if (holder.Key is { Root: RootKind.This or RootKind.Static, EndsInElement: false } && holder.Value.Single is { Root: RootKind.Object, Steps.IsEmpty: true } held && held.RootId == place.RootId)
                return place.Rebase(holder.Key);
        return null;
    }

    /// <summary>What the heap holds at the end under names that a caller can follow.</summary>
    private ImmutableArray<Cell> Stores(State? exit)
    {
        if (exit is null || exit.Heap.IsEmpty)
            return ImmutableArray<Cell>.Empty;
        var made = _result.Single is { Root: RootKind.Object, Steps.IsEmpty: true, RootId: var id } ? id : "";
        var stores = ImmutableArray.CreateBuilder<Cell>();
        foreach (var cell in exit.Heap) // what an async body puts into an AsyncLocal, its caller does not see
            if (!(body.IsAsync && cell.Key.IsOfFlow) && (body.IsNested || cell.Key.Root switch
            {
                RootKind.Local => body.Parameters.Contains(cell.Key.RootField!),
                RootKind.Object => cell.Key.RootId == made || cell.Key.RootId.IndexOf('!') < 0,
                _ => true,
            }))
                stores.Add(new(cell.Key, cell.Value));
            else if (cell.Key is { Root: RootKind.Object, Steps: [{ Field: { TypeId: "T:System.Object" or "T:System.Threading.Lock" or "T:System.Threading.SemaphoreSlim" } }] } && HolderOf(cell.Key, exit) is { } held)
                stores.Add(new(held, cell.Value));
        return stores.ToImmutable();
    }

    private ImmutableArray<Overlap> Overlaps()
    {
        var overlaps = ImmutableArray.CreateBuilder<Overlap>();
        foreach (var record in _records.Values)
            if (record.Live is { } live)
                foreach (var running in live.Values)
                    overlaps.Add(new(record.Effect, running.Fork, running.Stale));
        return overlaps.ToImmutable();
    }

    /// <summary>Past the bound, writes and short traces stay: they make the better findings.</summary>
    private static ImmutableArray<Effect> Bound(ICollection<EffectRecord> records)
    {
        var effects = ImmutableArray.CreateBuilder<Effect>(records.Count);
        foreach (var record in records)
            effects.Add(record.Effect);
        if (effects.Count <= Summary.MaxEffects)
            return effects.MoveToImmutable();
        effects.Sort(Effect.ByWorth);
        effects.Count = Summary.MaxEffects;
        return effects.ToImmutable();
    }

    private State? Execute(Node? node, State? state)
    {
        if (state is null || node is null)
            return state;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (node is Access or Call or Jump or Bind)
            NoteHeld(node.Span, state.Locks);
        if (node is Jump { Kind: JumpKind.Throw })
            NoteRisk(state, AbstractValue.Unknown);
        else if (node is Call call && !IsGetter(call))
            NoteRisk(state, call);
        else if (node is Access { Place: Value.Element })
            NoteRisk(state, AbstractValue.Unknown);
        switch (node)
        {
            case Sequence sequence:
                foreach (var step in sequence.Nodes)
                    state = Execute(step, state);
                return state;
            case Branch branch:
                return ExecuteBranch(branch, state);
            case Loop loop:
                return ExecuteLoop(loop, state);
            case TryNode attempt:
                return ExecuteTry(attempt, state);
            case LockRegion region:
                return ExecuteRegion(region, state);
            case Jump jump:
                return ExecuteJump(jump, state);
            case Access access:
                return ExecuteAccess(access, state);
            case Bind bind:
                return ExecuteBind(bind, state);
            case Declare declare:
                NoteForgotten(declare.Variable, AbstractValue.Unknown, state);
                state = Renew(AccessPath.Local(declare.Variable), state);
                return state.Variables.ContainsKey(declare.Variable.Id) ? state with { Variables = state.Variables.Remove(declare.Variable.Id) } : state;
            case Call made:
                return ExecuteCall(made, state);
            case ScopeMark mark:
                return ExecuteScope(mark, state);
            case Await await:
                var operand = Evaluate(await.Operand, ref state);

                // What it throws is thrown when the task has ended.
                state = JoinValue(operand, state) with { AfterAwait = true };
                NoteRisk(state, operand);
                return state;
            default:
                return state;
        }
    }

    private static bool IsGetter(Call call) => call.Arguments.IsEmpty && call.Method.Name.StartsWith("get_", StringComparison.Ordinal);

    private State? ExecuteBranch(Branch branch, State state)
    {
        var after = ExecuteCondition(branch, state, out var tested);
        if (after is null)
            return null;
        var test = Evaluate(branch.Test, ref after);
        var held = after;
        foreach (var atom in test.Atoms)
            if (atom is Atom.Attempt attempt)
                held = held.Hold(attempt.Lock, attempt.Mode);
        State? result = null;
        var taken = LockSet.Empty;
        var waited = new List<Fork>();
        var joined = after.Joined;
        var told = ArmToldOfLock(branch);
        var asksForThread = AsksForThread(branch);
        var (meet, late) = (branch.IsNullTest || AsksForEnd(branch), LateIn(branch));
        var arms = new State?[branch.Arms.Length];
        for (var i = 0; i < branch.Arms.Length; i++)
        {
            var start = Set(Admit(JoinTold(branch, i, test, i == (branch.Negated ? 1 : 0) ? held : after), branch, i, tested), branch, i);
            var ended = EndedWhereNull(branch, i, start);
            start = start.Without(ended);
            var arm = i == told || asksForThread ? ExecuteTold(branch.Arms[i], start) : Execute(branch.Arms[i], start);
            if (meet && arm is not null)
            {
                waited.AddRange(after.Live.Values.Select(static pair => pair.Fork).Where(fork => !arm.Live.ContainsKey(fork.Id) && !ended.Contains(fork)));
                joined = joined.Union(arm.Joined);
            }

            if (told == 1 - i && arm is not null)
                taken = arm.Locks.Without(after.Locks).RemoveUnknown();
            result = State.Join(result, arms[i] = arm);
        }

        NoteToldClaims(branch, arms);

        // One way took the lock and the other had it from the caller: both have it where they meet.
        if (result is not null && !taken.IsEmpty)
            result = result with { Locks = result.Locks.Union(taken) };
        if (late is not null && result is not null)
            result = late.Ended(result);
        return meet && result is not null ? result.Without(waited) with { Joined = result.Joined.Union(joined) } : result;
    }

    private State? ExecuteLoop(Loop loop, State state)
    {
        var (breaks, continues) = (_breaks, _continues);
        var isSwitch = loop is { Kind: LoopKind.DoWhile, Trips.Constant: 1 };
        var head = Execute(loop.Before, state);
        if (loop.IsAsync && head is not null)
            head = head with { AfterAwait = true }; // each item is waited for
        State? exit = null;
        _loopDepth++;
        for (var round = 0; head is not null && round < RoundsAt(_loopDepth); round++)
        {
            (_breaks, _continues) = ([], []);
            var tested = loop.Kind == LoopKind.DoWhile ? head : ExecuteTest(loop, head);
            var late = LateIn(loop);
            var bottom = Execute(loop.Body, tested is null ? null : late?.GivenUp(tested) ?? tested);
            if (isSwitch)
                continues.AddRange(_continues);
            foreach (var again in isSwitch ? [] : _continues)
                bottom = State.Join(bottom, again);
            bottom = CountOn(loop, Execute(loop.Step, bottom));
            if (loop.Kind == LoopKind.DoWhile)
                bottom = ExecuteTest(loop, bottom);
            exit = ExitOf(loop, tested, bottom) is { } left ? late?.Ended(left) ?? left : null;
            foreach (var leave in _breaks)
                exit = State.Join(exit, leave);
            var next = isSwitch ? head : State.Join(head, bottom);
            if (next is null || next.SameAs(head))
                break;
            head = next;
        }

        _loopDepth--;
        (_breaks, _continues) = (breaks, continues);
        return Entered(loop, exit);
    }

    /// <summary>Walks multiply with nesting: inner loops get fewer.</summary>
    private static int RoundsAt(int depth) => depth <= 2 ? MaxLoopRounds : depth <= 4 ? 2 : 1;

    /// <summary>
    /// A loop over handles that joins each of them has joined them all: the path on which it turns zero times had
    /// nothing to join.
    /// </summary>
    private State? ExitOf(Loop loop, State? head, State? bottom)
    {
        if (loop.Kind == LoopKind.DoWhile || loop.Trips.IsInfinite)
            return loop.Trips.IsInfinite ? null : bottom;
        if (head is null || bottom is null)
            return head;
        var joined = head.Live.Values.Select(static pair => pair.Fork).Where(fork => !bottom.Live.ContainsKey(fork.Id)).ToArray();
        var exit = State.Join(head.Without(joined), bottom)!;
        return loop.Trips.IsCounted || loop.Kind == LoopKind.ForEach || IsWaitedOut(loop) ? exit with { Joined = exit.Joined.Union(bottom.Joined) } : exit;
    }

    private State? ExecuteTry(TryNode attempt, State state)
    {
        var (returns, breaks, continues, risk) = (_returns, _breaks, _continues, _risk);
        (_returns, _breaks, _continues, _risk) = ([], [], [], null);
        var after = Execute(attempt.Body, state);
        var entered = _risk ?? state;
        _risk = risk ?? _risk;
        var thrown = after is null ? entered : State.Join(entered, after)!;
        foreach (var (left, _) in _returns)
            thrown = thrown with { Live = State.Join(thrown, left)!.Live };
        thrown = WithoutUnstarted(thrown, entered);
        foreach (var handler in attempt.Handlers)
            after = State.Join(after, Execute(handler, thrown));
        var inside = (_returns, _breaks, _continues);
        (_returns, _breaks, _continues) = (returns, breaks, continues);
        foreach (var (left, value) in inside._returns)
            if (Execute(attempt.Cleanup, left) is { } cleaned)
                _returns.Add(new(cleaned, value));
        foreach (var left in inside._breaks)
            if (Execute(attempt.Cleanup, left) is { } cleaned)
                _breaks.Add(cleaned);
        foreach (var left in inside._continues)
            if (Execute(attempt.Cleanup, left) is { } cleaned)
                _continues.Add(cleaned);
        return Execute(attempt.Cleanup, after);
    }

    private State? ExecuteRegion(LockRegion region, State state)
    {
        var value = Evaluate(region.LockObject, ref state);
        var path = value.Single;
        if (path is not null && state.Locks.Contains(path.Key))
            return Execute(region.Body, state);
        var protects = region.Shape is not (LockObjectShape.Fresh or LockObjectShape.Boxed or LockObjectShape.UnsharedLocal);
        var inside = !protects ? state : path is null ? state with { Locks = state.Locks.AddUnknown() } : state.Hold(path, region.Mode);
        var first = _returns.Count;
        var (firstBreak, firstContinue) = (_breaks.Count, _continues.Count);
        var after = Execute(region.Body, inside);
        for (var i = first; i < _returns.Count; i++)
            _returns[i] = _returns[i] with { State = Leave(_returns[i].State) };
        for (var i = firstBreak; i < _breaks.Count; i++)
            _breaks[i] = Leave(_breaks[i]);
        for (var i = firstContinue; i < _continues.Count; i++)
            _continues[i] = Leave(_continues[i]);
        return after is null ? null : Leave(after);

        State Leave(State held) => held with { Locks = path is null ? state.Locks : held.Locks.Remove(path) };
    }

    private State? ExecuteJump(Jump jump, State state)
    {
        switch (jump.Kind)
        {
            case JumpKind.Return:
                _returns.Add(new(state, jump.Value));
                return null;
            case JumpKind.Break:
                _breaks.Add(state);
                return null;
            case JumpKind.Continue:
                _continues.Add(state);
                return null;
            case JumpKind.Throw:
                return null;
            default:
                return state;
        }
    }
}
