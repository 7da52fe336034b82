using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;

namespace ConcurrencyAnalyzers.Engine.Summaries;

internal sealed partial class BodyInterpreter
{
    /// <summary>By the number of a <c>using</c>: the locks before it, then those that its resource took.</summary>
    private readonly Dictionary<int, LockSet> _scopes = [];

    private bool TryLock(MemberRole role, Call call, ref State state)
    {
        if (IsOnCopy(call))
            return true;
        switch (role)
        {
            case MemberRole.LockEnter or MemberRole.LockAssert:
                state = Enter(call, LockMode.Exclusive, state);
                return true;
            case MemberRole.LockEnterShared:
                state = Enter(call, LockMode.Shared, state);
                return true;
            case MemberRole.LockEnterUpgradeable:
                state = Enter(call, LockMode.Upgradeable, state);
                return true;
            case MemberRole.LockTry:
                state = Attempt(call, LockMode.Exclusive, state);
                return true;
            case MemberRole.LockTryShared:
                state = Attempt(call, LockMode.Shared, state);
                return true;
            case MemberRole.LockTryUpgradeable:
                state = Attempt(call, LockMode.Upgradeable, state);
                return true;
            case MemberRole.LockWait:
                return Wait(call, ref state);
            case MemberRole.LockExit or MemberRole.LockExitShared or MemberRole.LockExitUpgradeable:
                state = Exit(call, state);
                return true;
            case MemberRole.AtomicUpdate or MemberRole.AtomicWrite:
                return TryGate(role, call, ref state);
            default:
                return false;
        }
    }

    /// <summary>Of a read-only field that holds a struct the compiler makes a copy for each call that may change it: each call takes, or gives back, a lock of its own.</summary>
    internal static bool IsOnCopy(Call call) => call.Method.ReceiverTypeId == "System.Threading.SpinLock" && call.Receiver is Value.Field { Facts.IsReadOnly: true };

    /// <summary>
    /// A number that lets in who changes it first: held like a lock from the test of the outcome until it is set back.
    /// It goes by the content of the number, which no lock does.
    /// </summary>
    private bool TryGate(MemberRole role, Call call, ref State state)
    {
        if (call.Arguments.IsEmpty || call.Arguments[0] is not { IsByRef: true, Value: var place } || PlacesOf(place, ref state) is not [var number] || number.Content() is not { } gate)
            return false;
        if (state.Locks.Contains(gate.Key) || role == MemberRole.AtomicWrite)
        {
            state = state with { Locks = state.Locks.Remove(gate) };
            return false;
        }

        if (call.Method.Name is not ("Increment" or "Decrement") && !(call.Method.Name is "Exchange" or "CompareExchange" && call.Argument(1) is Value.Constant) && !IsFirstStore(call))
            return false;
        _results[call.Number] = AbstractValue.Of(new Atom.Attempt(gate, LockMode.Exclusive));
        return true;
    }

    /// <summary>What is stored where nothing is yet, and the outcome tested at once: who finds nothing there has got in, for good.</summary>
    private bool IsFirstStore(Call call) => call.Method.Name == "CompareExchange" && call.Argument(2) is Value.Constant && body.Root.All().Any(node => node is Branch { Test: Value.CallResult { Node: var tested } } && tested == call.Number);

    /// <summary>A loop that spins until it gets in has got in when it ends.</summary>
    private State? Entered(Loop loop, State? exit)
    {
        if (exit is null || loop.Kind != LoopKind.While || loop.Condition is null)
            return exit;
        foreach (var call in loop.Condition.All().OfType<Call>())
            if ((call.Method.IsSource || call.Method.Name is "Exchange" or "CompareExchange" || asked.Program.Knowledge.RoleOf(call.Method.Key) is MemberRole.LockTry or MemberRole.LockTryShared) && _results.TryGetValue(call.Number, out var outcome))
                foreach (var attempt in outcome.Atoms.OfType<Atom.Attempt>())
                    exit = exit.Hold(attempt.Lock, attempt.Mode);
        return exit;
    }

    /// <summary>
    /// The arm of a test of a parameter whose other arm takes a lock: the caller says by that parameter that it holds the
    /// lock already. -1 where a branch is not of this form.
    /// </summary>
    private int ArmToldOfLock(Branch branch)
    {
        if (branch.Arms.Length != 2 || branch.Test is not Value.Local { Variable: { IsBool: true } flag } || !body.Parameters.Contains(flag))
            return -1;
        var first = branch.Arms[0].All().Any(TakesLock);
        return first == branch.Arms[1].All().Any(TakesLock) ? -1 : first ? 1 : 0;
    }

    private bool TakesLock(Node node) => node is LockRegion
        || node is Call call && asked.Program.Knowledge.RoleOf(call.Method.Key) is MemberRole.LockEnter or MemberRole.LockEnterShared or MemberRole.LockEnterUpgradeable or MemberRole.LockTry or MemberRole.LockWait
        || node is Call { Method.IsSource: true } helper && asked.Targets(helper.Method) is [var target] && asked.Of(target) is { Acquired.IsEmpty: false };

    private State? ExecuteTold(Node arm, State state)
    {
        if (state.Locks.HasUnknown)
            return Execute(arm, state);
        var (returns, breaks, continues) = (_returns.Count, _breaks.Count, _continues.Count);
        var after = Execute(arm, state with { Locks = state.Locks.AddUnknown() });
        for (var i = returns; i < _returns.Count; i++)
            _returns[i] = _returns[i] with { State = Leave(_returns[i].State) };
        for (var i = breaks; i < _breaks.Count; i++)
            _breaks[i] = Leave(_breaks[i]);
        for (var i = continues; i < _continues.Count; i++)
            _continues[i] = Leave(_continues[i]);
        return after is null ? null : Leave(after);

        static State Leave(State held) => held with { Locks = held.Locks.RemoveUnknown() };
    }

    /// <summary>Locks taken while a resource is made (by its constructor, by the method that returns it) are held until it is disposed.</summary>
    private State ExecuteScope(ScopeMark mark, State state)
    {
        switch (mark.Phase)
        {
            case ScopePhase.Opening:
                _scopes[mark.Number] = state.Locks;
                return state;
            case ScopePhase.Open:
                _scopes[mark.Number] = state.Locks.Without(_scopes[mark.Number]);
                return state;
            default:
                var locks = state.Locks;
                foreach (var held in _scopes[mark.Number].Held)
                    locks = locks.Remove(held.Path);
                return state with { Locks = _scopes[mark.Number].HasUnknown ? locks.RemoveUnknown() : locks };
        }
    }

    private AccessPath? LockOf(Call call, ref State state) =>
        call.Receiver is null ? Evaluate(call.Argument(0), ref state).Single : ReceiverPath(call.Receiver, ref state);

    /// <summary>Locks that are given back before they are taken: who calls the body holds them.</summary>
    private LockSet _retaken = LockSet.Empty;

    private State Enter(Call call, LockMode mode, State state)
    {
        var path = LockOf(call, ref state);
        if (path is not null && state.GivenBack.Contains(path))
            _retaken = _retaken.Add(path, mode);
        return path is null ? state with { Locks = state.Locks.AddUnknown() } : state.Hold(path, mode) with { GivenBack = state.GivenBack.Remove(path) };
    }

    /// <summary>The lock is held where the result is true; with a by-reference flag, where the flag is.</summary>
    private State Attempt(Call call, LockMode mode, State state)
    {
        if (LockOf(call, ref state) is not { } path)
            return state with { Locks = state.Locks.AddUnknown() };
        var attempt = AbstractValue.Of(new Atom.Attempt(path, mode));
        _results[call.Number] = attempt;
        foreach (var argument in call.Arguments)
            if (argument is { IsByRef: true, Value: Value.Local flag })
                state = state with { Variables = state.Variables.SetItem(flag.Variable.Id, attempt) };
        return state;
    }

    /// <summary>A semaphore that lets one in is a lock, one that starts empty is a signal, any other only limits; other wait handles are signals.</summary>
    private bool Wait(Call call, ref State state)
    {
        var isMutex = call.Method.ReceiverTypeId == "System.Threading.Mutex";
        var isSemaphore = IsSemaphore(call);
        if (call.Receiver is null || ReceiverPath(call.Receiver, ref state) is not { } path)
            return false;
        if (!isMutex && !isSemaphore || isSemaphore && SeatsOf(path) == 0)
        {
            state = AwaitSignal(call, state);
            return true;
        }

        if (isSemaphore && SeatsOf(path) == 1 && PassesOn(call))
        {
            _hasTurn |= !state.Locks.HasUnknown;
            state = state with { Locks = state.Locks.AddUnknown() };
            return true;
        }

        if (isSemaphore && SeatsOf(path) != 1)
            return true;

        if (!MayGiveUp(call))
            state = Enter(call, LockMode.Exclusive, state);
        else if (call.Method.Name != "WaitAsync")
            state = Attempt(call, LockMode.Exclusive, state);
        else if (!call.IsUnasked)
            state = Enter(call, LockMode.Exclusive, state);
        return true;
    }

    /// <summary>
    /// Who waits for one semaphore and releases another one hands the turn on: what is done in between is his alone, as long as
    /// one permit goes round, and which semaphore the next one waits for tells nothing of that.
    /// </summary>
    private bool PassesOn(Call wait)
    {
        _releases ??= body.Root.All().OfType<Call>().Where(static call => IsSemaphore(call) && call.Method.Name == "Release").ToArray();
        return wait.Receiver is { } awaited && Array.Exists(_releases, given => given.Span.Start > wait.Span.End) && Array.TrueForAll(_releases, given => given.Receiver is { } released && !released.Equals(awaited));
    }

    private Call[]? _releases;

    /// <summary>The lock without a name is a turn that this body waited for.</summary>
    private bool _hasTurn;

    private static bool IsSemaphore(Call call) => call.Method.ReceiverTypeId is "System.Threading.SemaphoreSlim" or "System.Threading.Semaphore";

    /// <summary>The wait has an end of its own, after which nobody has the lock.</summary>
    internal static bool MayGiveUp(Call wait) => (wait.Method.Id.Contains("System.TimeSpan") || wait.Method.Id.Contains("System.Int32"))
        && !wait.Arguments.Any(static argument => argument.Value is Value.Constant { Text: "-1" } or Value.Field { Facts.Name: "InfiniteTimeSpan" });

    /// <summary>How many a semaphore lets in at first; one where its creation is not seen, many where the number is computed.</summary>
    private int SeatsOf(AccessPath semaphore) => asked.InitialCount(semaphore) ?? 1;

    private State Exit(Call call, State state)
    {
        if (LockOf(call, ref state) is not { } path)
            return state;
        if (_hasTurn && IsSemaphore(call))
            state = state with { Locks = state.Locks.RemoveUnknown() };
        if (call.Method.Name == "Release" && SeatsOf(path) is var seats and not 1)
            return seats == 0 ? Signal(call, state) : state;
        if (!state.Locks.Contains(path.Key) && IsExitAlone(call))
            _retaken = _retaken.Add(path, LockMode.Exclusive);
        return state.Locks.Contains(path.Key) && !_fromCaller.Contains(path.Key) ? state with { Locks = state.Locks.Remove(path) } : state with { Locks = state.Locks.Remove(path), GivenBack = state.GivenBack.Add(path) };
    }

    /// <summary>
    /// A monitor can be given back only by who holds it: a body that takes no lock, and calls nobody who leaves it one, came with it, as the
    /// end of a guard object does.
    /// </summary>
    private bool IsExitAlone(Call call) => call.Method.Name == "Exit" && !_takesOver && !body.Root.All().Any(TakesLock);

    /// <summary>A callee may have left this body a lock.</summary>
    private bool _takesOver;

    /// <summary>Locks that the body came with.</summary>
    private LockSet _fromCaller = LockSet.Empty;

    private void NoteHeld(Microsoft.CodeAnalysis.Text.TextSpan span, LockSet locks)
    {
        if (locks.IsEmpty && _held.Count == 0)
            return;
        var place = new Place(body.FilePath, span);
        if (_held.TryGetValue(place, out var known))
            _held[place] = known.Intersect(locks);
        else if (!locks.IsEmpty)
            _held[place] = locks;
    }

    /// <summary>A lock that an object was given when it was made here goes by the field that holds the object.</summary>
    private static AccessPath? HolderOf(AccessPath place, State exit)
    {
        foreach (var holder in exit.Heap)
            if (holder.Key is { Root: RootKind.This, EndsInElement: false } && holder.Value.Single is { Root: RootKind.Object, Steps.IsEmpty: true } held && held.RootId == place.RootId)
                return place.Rebase(holder.Key);
        return null;
    }
}
