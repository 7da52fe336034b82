using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Summaries;

internal sealed partial class BodyInterpreter
{
    /// <summary>What was done before the signal is ordered before what others do after they waited for it.</summary>
    private State Signal(Call call, State state)
    {
        foreach (var argument in call.Arguments)
            if (call.Method.Name is "Add" or "TryAdd" && Evaluate(argument.Value, ref state) is { IsUnknown: false } item)
                state = Put(Evaluate(call.Receiver, ref state), item, state);
        if (call.Method.Name is "WriteAsync" or "Add" || call is { Method.Name: "TryWrite" or "TryAdd", IsDropped: true })
            state = HandOver(call, state);
        foreach (var path in SignalOf(call, ref state))
        {
            Record(new Effect(path, new Doing(AccessKind.None, new(body.FilePath, call.Span), body.DisplayName, body.Id) { IsSignal = true }, new Surroundings(Locks.LockSet.Empty)) { InLoop = _loopDepth > 0, AfterAwait = state.AfterAwait }, state);
            state = state with { Signalled = state.Signalled.Add(path.Key) };
        }

        return state;
    }

    /// <summary>The forks that give the signal have done what came before it; where they signal again and again, or do nothing after, we take that for all they do.</summary>
    private State AwaitSignal(Call call, State state)
    {
        var waited = SignalOf(call, ref state).ToArray();
        if (call.Method.Name == "SignalAndWait")
            state = Signal(call, state);
        if (call.Method.Name == "GetConsumingEnumerable")
            _carriers.UnionWith(waited);
        _results[call.Number] = call.Method.Name == "GetConsumingEnumerable" ? Evaluate(call.Receiver, ref state)
            : call.Method.Name.StartsWith("get_", StringComparison.Ordinal) ? AbstractValue.From(waited.Select(static path => new Atom.Object(path)))
            : Taken(call, ref state);
        return AfterSignal(waited, BindHanded(call, state));
    }

    /// <summary>
    /// <c>while (_status == Active) await _done.WaitAsync();</c> A loop that does nothing but wait for a signal until a volatile word
    /// has changed: who gives the signal has changed the word before, so that it has come, or need not come any more.
    /// </summary>
    private bool IsWaitedOut(Loop loop) =>
        loop is { Kind: LoopKind.While, Condition: { } condition } && condition.All().OfType<Access>().Any(static read => read.Place is Value.Field { Facts.IsVolatile: true })
        && loop.Body.All().OfType<Call>().Any(IsWait) && loop.Body.All().All(node => node is not Access { Kind: var kind } || (kind & AccessKind.Write) == 0) && loop.Body.All().OfType<Call>().All(call => IsWait(call) || IsGetter(call) || call.Method.Name == "ConfigureAwait");

    private bool IsWait(Call call) => asked.Program.Knowledge.RoleOf(call.Method.Key) is MemberRole.LockWait or MemberRole.SignalWait;

    /// <summary>By the key of a wait handle: the timers that set it when they have been disposed of and their last callback has ended.</summary>
    private Dictionary<string, AbstractValue>? _endHandles;

    /// <summary>Calls that dispose of a timer and say whether its end is still to come.</summary>
    private HashSet<int>? _endCalls;

    /// <summary><c>timer.Dispose(stopped)</c></summary>
    private void NoteEndHandle(Call call, ref State state)
    {
        if (call.Method is not { TypeId: "T:System.Threading.Timer", Name: "Dispose" } || call.Arguments.Length != 1)
            return;
        var timer = Evaluate(call.Receiver, ref state);
        foreach (var handle in Evaluate(call.Argument(0), ref state).Objects)
            (_endHandles ??= new(StringComparer.Ordinal))[handle.Key] = timer;
        (_endCalls ??= []).Add(call.Number);
    }

    /// <summary>Who waits for the handle has waited for the timer.</summary>
    private State AfterEndHandle(Call call, State state)
    {
        if (_endHandles is null || call.Method.Name is not ("WaitOne" or "Wait") || Evaluate(call.Receiver, ref state).Single is not { } handle || !_endHandles.TryGetValue(handle.Key, out var timer))
            return state;
        return JoinValue(timer, state);
    }

    /// <summary>The timer was disposed of before, where there is nothing to wait for.</summary>
    private bool AsksForEnd(Branch branch) => _endCalls is not null && branch.Test is Value.CallResult { Node: var asked } && _endCalls.Contains(asked);

    /// <summary>No run of the flow begins any more; one that has begun goes on.</summary>
    private State Stop(Call call, State state)
    {
        foreach (var stopped in Evaluate(call.Receiver, ref state).Handles)
            state = state with { Signalled = state.Signalled.Add(Fork.StoppedKey(stopped)) };
        return state;
    }

    /// <summary>From here on the object belongs to whoever takes it out; be it one that a field holds all the time.</summary>
    private State HandOver(Call call, State state)
    {
        var variable = call.Argument(0) switch
        {
            Value.Local local => local.Variable,
            Value.Field { Facts: { IsReadOnly: true } field } => field,
            _ => null,
        };
        if (variable is not { IsReferenceType: true, Safety: TypeSafety.Unknown or TypeSafety.ThreadUnsafe or TypeSafety.Abstract } || Evaluate(call.Argument(0), ref state).Single is not { } sent
            || (variable.IsLocal ? sent is not { Root: RootKind.Object, Steps.IsEmpty: true } : sent is not { Root: RootKind.This, Steps.Length: 1 } and not { Root: RootKind.Static, Steps.IsEmpty: true }))
            return state;
        foreach (var carrier in SignalOf(call, ref state))
            if (carrier.Handed() is { } name)
                return state with { Sent = WithParts(state.Sent, sent, name, state) };
        return state;
    }

    /// <summary>What a channel gives: an object that its sender knew under another name, or all of them one after the other.</summary>
    private AbstractValue Taken(Call call, ref State state)
    {
        var known = ItemsOf(Evaluate(call.Receiver, ref state), state);
        if (call.Method.Name is not ("ReadAllAsync" or "ReadAsync" or "Take") || known.Atoms.Any(static atom => atom is not Atom.Object { Path.EndsInElement: true }))
            return known;
        var carriers = SignalOf(call, ref state);
        if (call.Method.Name == "ReadAllAsync")
            _carriers.UnionWith(carriers);
        return AbstractValue.From(carriers.Select(carrier => call.Method.Name == "ReadAllAsync" ? carrier : carrier.Handed()).OfType<AccessPath>().Select(static path => new Atom.Object(path)));
    }

    /// <summary>Channels whose items a loop takes out.</summary>
    private readonly HashSet<AccessPath> _carriers = [];

    /// <summary>What is done to an object that was handed over before is done to what somebody else has now; its own locks went with it.</summary>
    private void RecordSent(Effect effect, State state)
    {
        if (state.Sent.IsEmpty || !effect.Writes)
            return;
        for (var steps = 0; steps < effect.Path.Steps.Length; steps++)
            if (effect.Path.Prefix(steps) is var sent && state.Sent.TryGetValue(sent.Key, out var name) && effect.Path.Rebase(name, steps) is { } path)
                Record(effect with { Path = path, Kind = effect.Kind | AccessKind.Sent, Locks = effect.Locks.Map(held => held.Root == sent.Root && held.Steps.Length >= steps && held.Prefix(steps).Equals(sent) ? held.Rebase(name, steps) : held) }, state);
    }

    /// <summary>What the object holds that was made here goes with it.</summary>
    private static ImmutableDictionary<string, AccessPath> WithParts(ImmutableDictionary<string, AccessPath> sent, AccessPath whole, AccessPath name, State state, int depth = 0)
    {
        sent = sent.SetItem(whole.Key, name);
        if (depth >= AccessPath.MaxSteps || whole is not { Root: RootKind.Object, Steps.IsEmpty: true })
            return sent;
        foreach (var cell in state.Heap.Where(cell => cell.Key is { Root: RootKind.Object, Steps: [{ Kind: StepKind.Field }] } && cell.Key.RootId == whole.RootId).OrderBy(static cell => cell.Key.Key, StringComparer.Ordinal))
            if (cell.Value.Single is { Root: RootKind.Object, HasElement: false } part && !sent.ContainsKey(part.Key) && cell.Key.Rebase(name, 0) is { } renamed)
                sent = WithParts(sent, part, renamed, state, depth + 1);
        return sent;
    }

    /// <summary>What a consumer is given through a parameter.</summary>
    private State BindHanded(Call call, State state)
    {
        if (call.Method.Name is "TryRead" or "TryTake" && SignalOf(call, ref state).Select(static carrier => carrier.Handed()).FirstOrDefault() is { } handed)
            foreach (var argument in call.Arguments)
                if (argument is { IsByRef: true, Value: Value.Local { Variable: { IsReferenceType: true, IsDelegate: false } taken } })
                    state = state with { Variables = state.Variables.SetItem(taken.Id, AbstractValue.Of(handed)) };
        return state;
    }

    private static State AfterSignal(IReadOnlyCollection<AccessPath> waited, State state)
    {
        var done = state.Live.Values.Select(static pair => pair.Fork)
            .Where(fork => fork.Effects.Any(effect => effect.IsSignal && waited.Any(path => path.Key == effect.Path.Key) && !GoesOn(fork, effect))).ToArray();
        return state.Without(done) with { Joined = state.Joined.Union(waited) };
    }

    /// <summary>The fork signals once and then does more; or it changes again and again what it has handed over.</summary>
    private static bool GoesOn(Fork fork, Effect signal) =>
        fork.Effects.Any(static effect => (effect.Kind & AccessKind.Sent) != 0)
        || !signal.InLoop && fork.Effects.Any(effect => !effect.IsSignal && effect.Signalled.Contains(signal.Path.Key));

    private static AccessPath Whole(AccessPath path) => path.Steps is [.., { Kind: StepKind.Field, Field.Name: "Reader" or "Writer" }] ? path.Parent : path;

    /// <summary>A callee that was handed one end of a channel means the whole.</summary>
    private static AccessPath? OfWhole(AccessPath? path)
    {
        if (path is not { IsHandedOver: true })
            return path;
        for (var i = 1; i < path.Steps.Length; i++)
            if (path.Steps[i].Kind == StepKind.Element && path.Prefix(i) is var end && Whole(end) is var whole && !ReferenceEquals(end, whole))
                return whole.Handed() is { } handed ? path.Rebase(handed, i + 1) : null;
        return path;
    }

    /// <summary>The object that carries the signal; both ends of a channel are one.</summary>
    private IEnumerable<AccessPath> SignalOf(Call call, ref State state)
    {
        var carrier = Evaluate(call.Receiver ?? call.Argument(0), ref state);
        return carrier.Objects.Select(Whole).ToArray();
    }
}
