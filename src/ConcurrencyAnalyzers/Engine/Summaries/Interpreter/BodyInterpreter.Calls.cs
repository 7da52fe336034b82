using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;

namespace ConcurrencyAnalyzers.Engine.Summaries;

internal sealed partial class BodyInterpreter
{
    private static readonly string[] s_inlineOwners = ["System.Linq.", "System.Collections.", "System.Array.", "System.MemoryExtensions.", "System.Threading.LazyInitializer."];

    /// <summary>Members of collections that keep or look for a delegate instead of calling it.</summary>
    private static readonly HashSet<string> s_holders = new(StringComparer.Ordinal) { "Add", "AddRange", "Enqueue", "Push", "TryAdd", "Insert", "AddLast", "AddFirst", "set_Item", "Remove", "Contains", "IndexOf" };

    private State ExecuteCall(Call call, State state)
    {
        var role = asked.Program.Knowledge.RoleOf(call.Method.Key);
        if (call.IsConstruction)
        {
            state = Renew(NewObject(call.Number), state);
            if (_loopDepth == 0)
                _oneOff.Add(NewObject(call.Number).RootKey);
        }

        NoteObservable(call, role, ref state);
        NoteFirst(call);
        NoteEndHandle(call, ref state);
        if (TryStart(role, call, ref state) || TryLock(role, call, ref state))
            return AfterEndHandle(call, state);
        switch (role)
        {
            case MemberRole.Signal:
                return Signal(call, state);
            case MemberRole.SignalWait:
                return AwaitSignal(call, state);
            case MemberRole.Join:
                return NoteLate(call, state, JoinValue(Evaluate(call.Receiver ?? call.Argument(0), ref state), state));
            case MemberRole.Stop:
                return Stop(call, state);
            case MemberRole.JoinArguments:
                var unended = state;
                foreach (var argument in call.Arguments)
                    state = JoinGroup(Evaluate(argument.Value, ref state), state);
                return NoteLate(call, unended, state);
            case MemberRole.Combine:
                _results[call.Number] = Combine(call, ref state);
                return state;
            case MemberRole.SameHandle or MemberRole.JoinLater:
                _results[call.Number] = Evaluate(call.Receiver ?? call.Argument(0), ref state);
                return state;
            case MemberRole.SameObject when call.Method.Name == "Concat":
                _results[call.Number] = Walk(Evaluate(call.Argument(0), ref state), ref state).Union(Walk(Evaluate(call.Argument(1), ref state), ref state));
                return state;
            case MemberRole.SameObject when call.Method.Name is "Append" or "Prepend":
                _results[call.Number] = Contain(call, ItemsOf(Walk(Evaluate(call.Argument(0), ref state), ref state), state).Union(Evaluate(call.Argument(1), ref state)), ref state);
                return state;
            case MemberRole.SameObject:
                var same = Walk(Evaluate(call.Receiver ?? call.Argument(0), ref state), ref state);
                _results[call.Number] = call.Method.Name is "ToList" or "ToArray" ? Contain(call, ItemsOf(same, state), ref state) : same;
                return state;
            case MemberRole.Map:
                var function = Evaluate(call.Argument(1), ref state);
                _results[call.Number] = function.Delegates.Any() ? AbstractValue.Of(new Atom.Mapped(function, OwnItems(function, ItemsOf(Evaluate(call.Argument(0), ref state), state)), call.Number)) : AbstractValue.Unknown;
                if (!function.Delegates.Any(target => asked.Body(target.BodyId)?.ReturnsAwaitable == true))
                    _results[call.Number] = Contain(call, InvokeAll(call, function, Evaluate(call.Argument(0), ref state), state, ref state), ref state);
                return state;
        }

        if (call.IsDelegateCall)
            return InvokeDelegate(call, state);
        return GiveBack(call, call.Method.IsSource ? NoteToken(call, state, NoteProperty(call, CallSource(call, state))) : CallReferenced(call, state));
    }

    private State InvokeDelegate(Call call, State state)
    {
        var callee = Evaluate(call.Receiver, ref state);
        var delegates = callee.Delegates.ToList();
        foreach (var path in callee.Objects)
        {
            var stored = asked.DelegatesAt(path).Take(AbstractValue.MaxAtoms).ToArray();
            delegates.AddRange(stored);
            if (stored.Length == 0)
                Record(new Effect(path, new Doing(AccessKind.None, new(body.FilePath, call.Span), body.DisplayName, body.Id) { IsInvocation = true }, new Surroundings(state.Locks) { Settings = state.Settings }) { AfterAwait = state.AfterAwait }, state);
        }

        var result = AbstractValue.Unknown;
        State? after = null;
        foreach (var target in delegates)
        {
            var one = state;
            result = result.Union(Invoke(target, call, call.Arguments, ref one));
            after = State.Join(after, one);
        }

        _results[call.Number] = result;
        return after ?? state;
    }

    private State CallSource(Call call, State state)
    {
        var receiver = call.IsConstruction ? NewObject(call.Number) : call.Receiver is null ? null : ReceiverPath(call.Receiver, ref state);
        var result = AbstractValue.Unknown;
        if (call.IsConstruction)
        {
            state = BindPrimaryParameters(call, receiver!, state);
            foreach (var initializer in asked.InitializersOf(call.Method.TypeId))
                if (asked.Of(initializer) is { } fields)
                    Apply(fields, receiver, isClosure: false, call, call.Arguments, ref state);
            if (asked.Body(call.Method.Id) is null && asked.BaseConstructorOf(call.Method.TypeId) is { } first && asked.Of(first) is { } basis)
                Apply(basis, receiver, isClosure: false, call, ImmutableArray<Argument>.Empty, ref state);
        }

        if (call.Method.IsDispatched)
            NoteCall(call.Method.Id, receiver, new(body.FilePath, call.Span), state);
        State? after = null;
        foreach (var target in asked.Targets(call.Method))
        {
            if (asked.Of(target) is not { } summary)
                continue;
            var one = state;
            result = result.Union(Apply(summary, receiver, isClosure: false, call, call.Arguments, ref one));
            after = State.Join(after, one);
        }

        state = after ?? state;
        _results[call.Number] = call.IsConstruction ? AbstractValue.Of(receiver) : result.IsUnknown ? Opaque(call, ref state) : result;
        return state;
    }

    private AccessPath? ReceiverPath(Value receiver, ref State state) =>
        receiver is Value.Local { Variable.IsReferenceType: false, Variable: var variable } && !state.Variables.ContainsKey(variable.Id)
            ? AccessPath.Local(variable)
            : Evaluate(receiver, ref state).Single;

    private State BindPrimaryParameters(Call call, AccessPath created, State state)
    {
        if (asked.Body(call.Method.Id) is not null)
            return state;
        foreach (var argument in call.Arguments)
            if (asked.PrimaryParameter(call.Method, argument.Ordinal) is { } parameter
                && created.Field(parameter) is { } place && Evaluate(argument.Value, ref state) is { IsUnknown: false } value)
                state = state with { Heap = state.Heap.SetItem(place, value) };
        return state;
    }

    /// <summary>An object that we know nothing of but that this call gave it.</summary>
    private AbstractValue Opaque(Call call, ref State state)
    {
        var path = NewObject(call.Number);
        state = Renew(path, state);
        return AbstractValue.Of(path);
    }

    private static bool IsAwaitable(string? typeId) => typeId is not null
        && (typeId.StartsWith("T:System.Runtime.CompilerServices.Configured", StringComparison.Ordinal) || typeId.StartsWith("T:System.Threading.Tasks.ValueTask", StringComparison.Ordinal) || typeId.StartsWith("T:System.Threading.Tasks.Task", StringComparison.Ordinal));

    private State CallReferenced(Call call, State state)
    {
        var receiver = call.Receiver is null ? AbstractValue.Unknown : Evaluate(call.Receiver, ref state);
        var inline = RunsDelegatesInline(call.Method);
        foreach (var argument in call.Arguments)
        {
            var value = Evaluate(argument.Value, ref state);
            if (inline && value.Delegates.Any() && !s_holders.Contains(call.Method.Name))
                InvokeEach(call, value, receiver, call.Receiver is null ? Evaluate(call.Argument(0), ref state) : receiver, state, ref state);
            else if (!value.IsUnknown && call.Method.Name is "Add" or "AddRange" or "Enqueue" or "Push" or "TryAdd" or "Insert" or "AddLast" or "AddFirst" or "set_Item")
                state = Put(receiver, call.Method.Name == "set_Item" ? value : value.AsItems(_loopDepth == 0), state);
        }

        state = BindTaken(call, receiver, state);

        if (call.Method.Key == "System.Threading.Tasks.TaskScheduler.get_Default")
            _schedulers.Add(call.Number);
        if (call.IsConstruction)
            _results[call.Number] = AbstractValue.Of(NewObject(call.Number));
        else if (AsksForEnd(call) && !receiver.IsUnknown)
            _results[call.Number] = AbstractValue.Of(new Atom.Ended(receiver));
        else if (FlowingIn(call, receiver) is { } flowing)
            state = ExecuteFlowing(call, flowing, state);
        else if (call.Method is { Name: "get_Value" or "get_Values", TypeId: ThreadLocal } && receiver.Single is { } perThread && perThread.OfThreadAt(call.Method.Name == "get_Values") is { } threads)
            _results[call.Number] = call.Method.Name == "get_Values" ? Contain(call, AbstractValue.Of(threads), ref state) : AbstractValue.Of(SameForAll(perThread) ?? threads);
        else if (call.Method is { Name: "get_Value", TypeId: var holder } && (holder == AsyncLocal || holder.EndsWith("ThreadLocal`1", StringComparison.Ordinal)))
            // Every thread gets another one.
            _results[call.Number] = AbstractValue.Unknown;
        else if (IsAwaitable(call.Method.ReturnTypeId) && call.Method.Name.IndexOf("Any", StringComparison.Ordinal) < 0 && Evaluate(call.Receiver ?? call.Argument(0), ref state) is { Handles.Count: > 0 } wrapped)
            // A library gives the task back in a form of its own: who awaits that, awaits the task, unless it is one of several.
            _results[call.Number] = wrapped;
        else if (UnderKey(call, receiver) is { } keyed)
            _results[call.Number] = AbstractValue.Of(keyed);
        else if (call.Method.Name is "get_Item" or "Dequeue" or "Pop" or "Peek" or "First" or "Last" or "Single" or "Take" or "get_Value" or "get_Current")
        {
            var items = ItemsOf(call.Receiver is null ? Evaluate(call.Argument(0), ref state) : receiver, state);
            if (call.Method.Name == "get_Item" && call.Method.TypeId.Contains("Dictionary"))
                items = items.AsItems(false);
            _results[call.Number] = items;
            state = RenewItems(items, state);
        }
        else if (asked.Program.Knowledge.RoleOf(call.Method.Key) == MemberRole.AtomicRead && call.Arguments is [{ IsByRef: true, IsPart: false, Value: Value.Field { Facts.IsReferenceType: true } read }])
            _results[call.Number] = Evaluate(read, ref state);
        else if (PartOf(call, receiver) is { } part)
            _results[call.Number] = AbstractValue.Of(part);
        else
            _results[call.Number] = Opaque(call, ref state);
        return state;
    }

    /// <summary>
    /// What a concurrent dictionary holds under a key that is worked out here: others work out the same one, that is what the
    /// dictionary is for. Where the turns of a loop in this body come with a key each, each gets an object of its own.
    /// </summary>
    private AccessPath? UnderKey(Call call, AbstractValue receiver)
    {
        if (call.Method is not { Name: "GetOrAdd", ReturnTypeId: var type })
            return null;

        // A lock of each key says nothing by its name: which states it guards depends on the key.
        if (type == "T:System.Object" || type.StartsWith("T:System.Threading.", StringComparison.Ordinal))
            return null;
        return AsksWhoseItIs(call) ? null : KeyedOf(call, receiver);
    }

    /// <summary>Who finds that what is under the key is what he put there goes on with an object of his own.</summary>
    private bool AsksWhoseItIs(Call found) => body.Root.All().OfType<Call>().Any(call => call.Method.Name == "ReferenceEquals"
        && call.Arguments.Any(argument => argument.Value is Value.Local { Variable: var held } && body.Root.All().OfType<Bind>().Any(bind => bind.Variable.Equals(held) && bind.Value is Value.CallResult { Node: var made } && made == found.Number)));

    private AccessPath? KeyedOf(Call call, AbstractValue receiver)
    {
        if (call.Method.TypeId != "T:System.Collections.Concurrent.ConcurrentDictionary`2" || _loopDepth > 0 || receiver.Single is not { } owner)
            return null;

        // Runs that are given an item each find something of their own under it. But who adds what is missing expects to come
        // with the same key again; only numbers that runs are counted by are surely different.
        var (shape, name) = call.Argument(0) is Value.Local { Variable: var variable } && body.Parameters.Contains(variable) && (call.Method.Name == "TryGetValue" || variable.TypeId is "T:System.Int32" or "T:System.Int64")
            ? (IndexShape.Parameter, variable.Id)
            : (IndexShape.Variable, "key");
        return owner.Element(shape, name);
    }

    private static bool RunsDelegatesInline(MethodFacts method)
    {
        foreach (var owner in s_inlineOwners)
            if (method.Key.StartsWith(owner, StringComparison.Ordinal))
                return true;
        return false;
    }

    /// <summary>A property of a referenced type names a part of its object: reading it twice gives the same part.</summary>
    private static AccessPath? PartOf(Call call, AbstractValue receiver) =>
        call.Method.Name.StartsWith("get_", StringComparison.Ordinal) && call.Arguments.IsEmpty && !call.Method.IsStatic && receiver.Single is { } owner
            ? owner.Field(new(call.Method.Id, call.Method.Name.Substring(4), call.Method.TypeId) { IsReferenceType = true, IsReadOnly = true })
            : null;

    /// <summary>A sequence that holds these items.</summary>
    private AbstractValue Contain(Call call, AbstractValue items, ref State state)
    {
        var container = AccessPath.Object(body.Id + "!" + call.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) + " items");
        if (!items.IsUnknown)
            state = state with { Heap = state.Heap.SetItem(container.Element(IndexShape.Any, "")!, items) };
        return AbstractValue.From(items.Handles.Select(static fork => (Atom)new Atom.Handle(fork)).Append(new Atom.Object(container)));
    }

    private static State Put(AbstractValue container, AbstractValue item, State state)
    {
        foreach (var path in container.Objects)
            if (path.Element(IndexShape.Any, "") is { } slot)
                state = state with { Heap = state.Heap.SetItem(slot, state.Heap.TryGetValue(slot, out var before) ? before.Union(item) : item) };
        return state;
    }

    private static AbstractValue ItemsOf(AbstractValue container, State state)
    {
        var items = AbstractValue.From(container.Handles.Select(static fork => new Atom.Handle(fork)));
        foreach (var path in container.Objects)
            if (path.Element(IndexShape.Any, "") is { } slot)
                items = items.Union(state.Heap.TryGetValue(slot, out var held) ? held : AbstractValue.Of(slot));
        return items;
    }

    /// <summary>What is under a key is handed to the function that makes the new value of it; other functions get an item each.</summary>
    private void InvokeEach(Call call, AbstractValue function, AbstractValue receiver, AbstractValue source, State before, ref State state)
    {
        if (call.Method.Name != "AddOrUpdate" || KeyedOf(call, receiver) is not { } present)
        {
            InvokeAll(call, function, source, before, ref state);
            return;
        }

        foreach (var target in function.Delegates)
            if (asked.Of(target.BodyId) is { } summary)
                Apply(summary, target.Receiver, target.IsClosure, call, [AbstractValue.Unknown, summary.Body.Parameters.Length == 1 ? AbstractValue.Unknown : AbstractValue.Of(present)], ref state);
    }

    /// <summary>A member of the BCL that calls a delegate for each item before it returns.</summary>
    private AbstractValue InvokeAll(Call call, AbstractValue function, AbstractValue source, State before, ref State state)
    {
        var item = ItemsOf(source, before);
        var results = AbstractValue.Unknown;
        AbstractValue[] given = call.Method.Name switch
        {
            "Aggregate" => [AbstractValue.Unknown, item],
            "Sort" => [item, item],
            _ => [item],
        };

        // Twice: what the call for one item left running overlaps with the call for the next.
        for (var round = 0; round < 2; round++)
        {
            foreach (var target in function.Delegates)
            {
                var made = Invoke(target, call, given, ref state);
                NoteMadeOf(item, target, made, call);
                results = results.Union(made);
            }

            state = RenewItems(item, state);
        }

        return results;
    }

    private AbstractValue Invoke(Atom.Delegate target, Call call, ImmutableArray<Argument> arguments, ref State state) =>
        asked.Of(target.BodyId) is { } summary ? Apply(summary, target.Receiver, target.IsClosure, call, arguments, ref state, target.Frame) : AbstractValue.Unknown;

    private AbstractValue Invoke(Atom.Delegate target, Call call, IReadOnlyList<AbstractValue> arguments, ref State state) =>
        asked.Of(target.BodyId) is { } summary ? Apply(summary, target.Receiver, target.IsClosure, call, arguments, ref state, areItems: true, target.Frame) : AbstractValue.Unknown;

    private AbstractValue Apply(Summary summary, AccessPath? receiver, bool isClosure, Call call, ImmutableArray<Argument> arguments, ref State state, AccessPath? frame = null)
    {
        var values = new AbstractValue[summary.Body.Parameters.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = AbstractValue.Unknown;
            foreach (var argument in arguments)
                if (argument.Ordinal == i)
                    values[i] = Evaluate(argument.Value, ref state);
        }

        return Apply(summary, receiver, isClosure, call, values, ref state, frame: frame);
    }

    private AbstractValue Combine(Call call, ref State state)
    {
        var handles = AbstractValue.Unknown;
        foreach (var argument in call.Arguments)
        {
            var value = Walk(Evaluate(argument.Value, ref state), ref state);
            handles = handles.Union(value);
            foreach (var path in value.Objects)
                if (path.Element(IndexShape.Any, "") is { } slot && state.Heap.TryGetValue(slot, out var items))
                    handles = handles.Union(Walk(items, ref state));
        }

        return handles;
    }

    /// <summary>Waiting for a value: the forks that it is, or holds, are done.</summary>
    private State JoinValue(AbstractValue value, State state)
    {
        if (state.Live.IsEmpty && value.IsUnknown)
            return state;
        var joined = state.Live.Values.Select(static pair => pair.Fork)
            .Where(fork => value.Handles.Any(handle => handle.Id == fork.Id) || value.Objects.Any(path => fork.HandleKeys.Contains(path.Key))).ToArray();
        // Awaiting the Task of a completion source waits for whoever completes it.
        var sources = value.Objects.Where(static path => path.Steps is [.., { Kind: StepKind.Field, Field.Name: "Task" }]).Select(static path => path.Parent).ToArray();
        state = state.Without(joined) with { Joined = state.Joined.Union(value.Objects).Union(value.Objects.Where(static path => path.Steps is [.., { Field.Name: "Completion" }]).Select(static path => path.Parent)) };
        return sources.Length == 0 ? state : AfterSignal(sources, state);
    }

    private State JoinGroup(AbstractValue value, State state)
    {
        state = JoinValue(value, state);
        foreach (var path in value.Objects)
            if (path.Element(IndexShape.Any, "") is { } slot)
                state = JoinValue(state.Heap.TryGetValue(slot, out var items) ? items : AbstractValue.Of(slot), state);
        return state;
    }
}
