using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Summaries;

internal sealed partial class BodyInterpreter
{
    /// <summary>Calls that start a flow of control, or prepare one.</summary>
    private bool TryStart(MemberRole role, Call call, ref State state)
    {
        switch (role)
        {
            case MemberRole.ThreadCreate or MemberRole.TaskCreate:
                PrepareThread(call, ref state);
                return true;
            case MemberRole.Start when call.Method.Id.Contains("System.Threading.Tasks.TaskScheduler") && SeriesOf(call, ref state) is null:
                return true;
            case MemberRole.Start:
                StartPrepared(call, ref state);
                return true;
            case MemberRole.SpawnTask:
                if (SeriesOf(call, ref state) is { } series)
                    _results[call.Number] = Spawn(call, ForkKind.Task, ref state, series: series);
                return true;
            case MemberRole.Continuation:
                // It begins when what it continues has ended, and waiting for it waits for both.
                var antecedent = Evaluate(call.Receiver, ref state).Handles.ToArray();
                var before = state;
                state = state.Without(antecedent);
                _results[call.Number] = AbstractValue.From(Spawn(call, ForkKind.Continuation, ref state, series: SeriesOfContinuation(call, ref state)).Atoms.Concat(antecedent.Select(static fork => (Atom)new Atom.Handle(fork))));
                foreach (var fork in antecedent)
                    if (before.Live.TryGetValue(fork.Id, out var still))
                        state = state with { Live = state.Live.SetItem(fork.Id, still) };
                return true;
            case MemberRole.SpawnPool:
                Spawn(call, ForkKind.PoolItem, ref state);
                return true;
            case MemberRole.SpawnTimer:
                if (call.Arguments.Length < 4 || IsNever(call.Argument(2)))
                    Prepare(call, ForkKind.Timer, [NewObject(call.Number)], selfParallel: false, ref state);
                else
                    Spawn(call, ForkKind.Timer, ref state, NewObject(call.Number));
                NotePeriod(call, call.Argument(3), ref state);
                _results[call.Number] = AbstractValue.Of(NewObject(call.Number));
                return true;
            case MemberRole.TimerChange:
                BeginPrepared(call, ref state);
                NotePeriod(call, call.Argument(1), ref state);
                return true;
            case MemberRole.EventPool:
                Spawn(call, ForkKind.EventHandler, ref state);
                return true;
            case MemberRole.EventReady:
                Prepare(call, ForkKind.EventHandler, Evaluate(call.Receiver, ref state).Objects, MayElapseAgain(call, ref state), ref state);
                return true;
            case MemberRole.Begin:
                BeginPrepared(call, ref state);
                return false;
            case MemberRole.BlockCreate:
                state = PrepareBlock(call, state);
                return true;
            case MemberRole.BlockEnd:
                _results[call.Number] = EndOfBlock(call, ref state);
                return true;
            case MemberRole.Degree:
                NoteDegree(call, ref state);
                return true;
            case MemberRole.Callback:
                // Who disposes of the registration waits for the callback to end.
                _results[call.Number] = Spawn(call, ForkKind.Callback, ref state);
                return call.Method.ReturnTypeId == "T:System.Threading.CancellationTokenRegistration";
            case MemberRole.None when !call.Method.IsSource && call.Method.Id.Contains("System.AsyncCallback"):
                Spawn(call, ForkKind.Callback, ref state);
                return false;
            case MemberRole.Factory when call.Method.TypeId == "T:System.Lazy`1" && !call.Arguments.Any(static argument => argument.Value is Value.Constant { EnumMember: "PublicationOnly" }):
                return false;
            case MemberRole.Factory:
                // It meets its own runs on other threads; what it has to do with the code around it is not known.
                state = state.Without(Spawn(call, ForkKind.Factory, ref state, selfParallel: true).Handles);
                return false;
            case MemberRole.Context:
                if (!asked.Program.HasUserInterface)
                    Spawn(call, ForkKind.Callback, ref state, selfParallel: true);
                return false;
            case MemberRole.Subscribe:
                state = Subscribe(call, state);
                return false;
            case MemberRole.Endpoint:
                if (!asked.Program.IsTestProject)
                    Spawn(call, ForkKind.Request, ref state, selfParallel: true);
                return true;
            case MemberRole.ParallelLoop or MemberRole.ParallelAsync:
                var outside = state;
                var handle = Spawn(call, ForkKind.ParallelLoop, ref state, selfParallel: DegreeOf(call, ref state) != "1", items: ItemsOf(Evaluate(call.Argument(0), ref state), state));
                RecordStructured(handle, outside);
                if (role == MemberRole.ParallelAsync)
                    _results[call.Number] = handle;
                else
                    state = state.Without(handle.Handles);
                return true;
            case MemberRole.ParallelInvoke:
                InvokeInParallel(call, ref state);
                return true;
            default:
                return false;
        }
    }

    private void PrepareThread(Call call, ref State state)
    {
        var created = NewObject(call.Number);
        _results[call.Number] = AbstractValue.Of(created);
        NotePrepared(created);
        foreach (var argument in call.Arguments)
            if (Evaluate(argument.Value, ref state) is { IsUnknown: false } work && argument.Ordinal == 0)
                state = state with { Heap = state.Heap.SetItem(created.Content()!, work) };
    }

    private void StartPrepared(Call call, ref State state)
    {
        var receiver = Evaluate(call.Receiver, ref state);
        var work = AbstractValue.Unknown;
        foreach (var path in receiver.Objects)
        {
            if (path.Content() is { } target && state.Heap.TryGetValue(target, out var prepared))
                work = work.Union(prepared);
            else if (AbstractValue.From(asked.DelegatesAt(path)) is { IsUnknown: false } stored)
                work = work.Union(stored);
            else if (path is { Root: RootKind.Local, Steps.IsEmpty: true, RootField: { } variable } && body.Parameters.Contains(variable))
                work = work.Union(AbstractValue.Of(path.Content()));
        }

        var argument = Evaluate(call.Argument(0), ref state);
        Begin(call, ForkKind.Thread, "", work, [argument], receiver.Objects.Select(static path => path.Key), false, ref state);
    }

    private AbstractValue Spawn(Call call, ForkKind kind, ref State state, AccessPath? handle = null, bool selfParallel = false, string series = "", AbstractValue? items = null)
    {
        var work = AbstractValue.Unknown;
        foreach (var argument in call.Arguments)
        {
            var value = Evaluate(argument.Value, ref state);
            work = work.Union(AbstractValue.From(value.Delegates.Cast<Atom>().Concat(value.Objects.Where(path => IsDelegateArgument(call, argument) && IsNamed(path)).Select(static path => new Atom.Object(path)))));
        }

        return Begin(call, kind, "", work, StateOf(call, kind, ref state), handle is null ? [] : [handle.Key], selfParallel, ref state, series, items is null ? null : OwnItems(work, items));
    }

    /// <summary>What is handed to the delegate: the state object of a work item, a timer, a task.</summary>
    private IReadOnlyList<AbstractValue> StateOf(Call call, ForkKind kind, ref State state) =>
        (kind is ForkKind.PoolItem or ForkKind.Timer or ForkKind.Task || kind == ForkKind.Callback && call.Method.Name.EndsWith("Register", StringComparison.Ordinal)) && call.Arguments.Length > 1 && call.Method.Name is not "Run" && Evaluate(call.Argument(1), ref state) is { IsUnknown: false } handed ? [handed] : [];

    /// <summary>The first argument of a start is what it runs; the others are state, tokens and options.</summary>
    private static bool IsDelegateArgument(Call call, Argument argument) => argument.Ordinal == 0 && call.Method.TypeId != "T:System.Threading.Tasks.Parallel";

    private static bool IsNamed(AccessPath path) => path.Root != RootKind.Object;

    private void InvokeInParallel(Call call, ref State state)
    {
        var before = state;
        var index = 0;
        foreach (var argument in call.Arguments)
        {
            var items = argument.Value is Value.Items { Values: var values } ? values : ImmutableArray.Create(argument.Value);
            foreach (var item in items)
                Begin(call, ForkKind.ParallelInvoke, "/" + index++.ToString(System.Globalization.CultureInfo.InvariantCulture), Evaluate(item, ref state), [], [], false, ref state);
        }

        RecordStructured(AbstractValue.From(_forks.Values.Where(fork => fork.Kind == ForkKind.ParallelInvoke && fork.Id.StartsWith(call.Number + "/", StringComparison.Ordinal)).Select(static fork => new Atom.Handle(fork))), before);
        state = state with { Live = before.Live };
    }

    /// <summary>Work that ends inside the call is also work of this body, under its locks, to whoever runs beside it.</summary>
    private void RecordStructured(AbstractValue forks, State state)
    {
        foreach (var fork in forks.Handles)
            foreach (var effect in fork.Effects)
                Record(effect with { Locks = effect.Locks.Union(state.Locks) }, state);
    }

    private AbstractValue Begin(
        Call call, ForkKind kind, string suffix, AbstractValue work, IReadOnlyList<AbstractValue> arguments, IEnumerable<string> handles, bool selfParallel, ref State state, string series = "", AbstractValue? items = null)
    {
        var fork = ForkAt(call.Number + suffix, kind, new(body.FilePath, call.NameSpan), body.DisplayName);
        fork.IsSelfParallel |= selfParallel;
        fork.Series = series.Length > 0 ? series : null;
        fork.Gate = state.Locks.Held.Select(static held => held.Path).FirstOrDefault(static path => path.IsContent);
        fork.Keeper = KeeperOf(call, ref state);
        foreach (var key in handles)
            fork.HandleKeys.Add(key);
        if (kind != ForkKind.ParallelLoop)
            foreach (var path in arguments.SelectMany(static argument => argument.Objects))
                fork.Given.Add(path.Key);
        if (items is { IsUnknown: false })
        {
            arguments = [items];
            NoteOwnOf(fork, items);
        }

        var effects = ImmutableArray.CreateBuilder<Effect>();
        var inner = new List<Fork>();
        foreach (var target in work.Delegates)
        {
            if (asked.Of(target.BodyId) is not { } summary)
                continue;
            var given = kind == ForkKind.ParallelLoop ? GivenTo(target, summary, fork, call, arguments, ref state) : arguments;
            var renaming = new Renaming(this, summary, target.Receiver, target.IsClosure, given, call, state) { Frame = target.Frame, IsStart = true, TagsItems = true, AreItems = items is { IsUnknown: false } };
            // That flows are started in a loop does not make each give its signal again.
            var own = Expand(summary.Effects, renaming).Select(effect => effect.IsSignal ? effect with { InLoop = SignalsInLoop(summary, effect.Place) } : effect);
            if (kind == ForkKind.ParallelLoop && MayRepeat(call))
                own = own.Select(effect => Counted(effect, summary.Body));
            effects.AddRange(target.IsItem ? own.Select(effect => effect with { Item = target.BodyId }) : own);
            var ignored = state;
            inner.AddRange(ImportAll(summary, renaming, call, ref ignored).Values);
            fork.Bodies.Add(target.BodyId);
        }

        foreach (var path in work.Objects)
            effects.Add(new(path, AccessKind.None, Locks.LockSet.Empty, fork.Place, body.DisplayName, body.Id) { IsInvocation = true });
        fork.Effects = Claimed(OncePerPlace(effects.Where(effect => !IsForeign(effect.Path))), state);
        var before = state;
        state = GoLive(fork, state);
        foreach (var leaked in inner)
        {
            leaked.Origins.UnionWith(fork.Bodies);
            state = GoLive(leaked, state, before);
        }

        return AbstractValue.From(inner.Where(static leaked => leaked.IsReturned).Prepend(fork).Select(static started => new Atom.Handle(started)));
    }

    /// <summary>What its starter has claimed before is claimed for the flow too, and it begins only under its starter's settings.</summary>
    private static ImmutableArray<Effect> Claimed(ImmutableArray<Effect> effects, State state) => state.Claimed.IsEmpty
        ? Set(effects, state)
        : Set(effects.Select(effect => effect with { Claimed = effect.Claimed.Union(state.Claimed) }).ToImmutableArray(), state);

    /// <summary>A variable or object of some other function's run: each closure made there has its own.</summary>
    private bool IsForeign(AccessPath path)
    {
        if (path.Root is not (RootKind.Local or RootKind.Object) || path.Root == RootKind.Object && !path.RootId.Contains("!"))
            return false;
        if (path.Root == RootKind.Local)
            return !Declares(path.RootId);
        for (var scope = body; scope is not null; scope = scope.EnclosingId is { } outer ? asked.Body(outer) : null)
            if (scope.Makes(path.RootId))
                return false;
        return true;
    }

    /// <summary>Many ways can lead to one access; the shortest tells enough.</summary>
    private static ImmutableArray<Effect> OncePerPlace(IEnumerable<Effect> effects)
    {
        var indexes = new Dictionary<Effect, int>(SameDoing.Instance);
        var once = ImmutableArray.CreateBuilder<Effect>();
        foreach (var effect in effects)
        {
            if (!indexes.TryGetValue(effect, out var index))
            {
                indexes[effect] = once.Count;
                once.Add(effect);
            }
            else if (effect.Trace.Length < once[index].Trace.Length)
            {
                once[index] = effect.Item == once[index].Item ? effect : effect with { Item = "" };
            }
            else if (effect.Item != once[index].Item && once[index].Item.Length > 0)
            {
                once[index] = once[index] with { Item = "" };
            }
        }

        return once.ToImmutable();
    }

    /// <summary>The caller can wait for it. Who is given a registration does not: its callback comes when it pleases, as long as it is registered.</summary>
    private bool IsHandedOut(Fork fork) =>
        fork.Kind != ForkKind.Callback && _result.Handles.Contains(fork) || _result.Objects.Any(path => fork.HandleKeys.Contains(path.Key));

    private Fork ForkAt(string id, ForkKind kind, Place place, string memberName)
    {
        if (!_forks.TryGetValue(id, out var fork))
            _forks[id] = fork = new(id, kind, place, memberName);
        return fork;
    }

    /// <summary>
    /// The forks that a callee left running. What they do to each other, and to the callee's own body, follows from the
    /// order in which the callee starts them: here they only meet what was running before the call.
    /// </summary>
    private Dictionary<string, Fork> ImportAll(Summary callee, Renaming renaming, Call call, ref State state)
    {
        if (callee.Leaked.IsEmpty)
            return s_noForks;
        var imported = new Dictionary<string, Fork>(StringComparer.Ordinal);
        var before = state;
        foreach (var leaked in callee.Leaked)
        {
            if (Import(leaked, renaming, call) is not { } fork)
                continue;
            imported[leaked.Id] = fork;
            state = GoLive(fork, state, before);
        }

        foreach (var leaked in callee.Leaked)
            foreach (var (other, stale) in leaked.Concurrent.Values)
                if (other.Id != leaked.Id && imported.TryGetValue(leaked.Id, out var one) && imported.TryGetValue(other.Id, out var two))
                    one.Concurrent[two.Id] = new(two, stale);
        return imported;
    }

    /// <summary>From here on the fork may run; what was running already may overlap with it.</summary>
    private static State GoLive(Fork fork, State state) => GoLive(fork, state, state);

    private static State GoLive(Fork fork, State state, State before)
    {
        foreach (var pair in before.Live)
            if (!pair.Value.Fork.IsDormant && !fork.IsInTurnWith(pair.Value.Fork))
                fork.Concurrent[pair.Key] = fork.Concurrent.TryGetValue(pair.Key, out var there) ? there.Meet(pair.Value) : pair.Value;
        if (fork.IsSelfParallel)
            fork.Concurrent[fork.Id] = new(fork, fork.Own.Count == 0 ? s_nothing : fork.Own.ToImmutableHashSet(StringComparer.Ordinal));
        return state with { Live = state.Live.SetItem(fork.Id, new(fork, s_nothing)) };
    }

    /// <summary>A fork that a callee left running, in this body's names.</summary>
    private Fork? Import(Fork leaked, Renaming renaming, Call call)
    {
        if (leaked.Id.Count(static letter => letter == '>') >= 3)
            return null;
        var fork = ForkAt(call.Number.ToString(System.Globalization.CultureInfo.InvariantCulture) + ">" + leaked.Id, leaked.Kind, leaked.Place, leaked.MemberName);
        var tagged = renaming.TagsItems;
        renaming.TagsItems = true;
        fork.Effects = Claimed(OncePerPlace(Expand(leaked.Effects, renaming).Where(effect => !IsForeign(effect.Path))), renaming.State);
        renaming.TagsItems = tagged;
        foreach (var key in leaked.Own)
            fork.Own.Add(renaming.RenameKey(key) ?? key);
        fork.IsSelfParallel |= leaked.IsSelfParallel || leaked.Concurrent.ContainsKey(leaked.Id);
        fork.IsReturned = leaked.IsReturned;
        if (!leaked.IsStartedLast)
            _atRisk.Add(fork.Id);
        fork.IsDormant = leaked.IsDormant;
        fork.Bodies.UnionWith(leaked.Bodies);
        fork.AsyncBody = leaked.AsyncBody;
        fork.Origins.UnionWith(leaked.Origins);
        fork.Gate = leaked.Gate is { } gate ? renaming.Rename(gate) : null;
        fork.Keeper = leaked.Keeper is { } keeper ? renaming.RenameKey(keeper) : null;
        fork.Series = leaked.Series is { } series ? renaming.RenameKey(series) : null;
        foreach (var key in leaked.HandleKeys)
            if (renaming.RenameKey(key) is { } renamed)
                fork.HandleKeys.Add(renamed);
        return fork;
    }

    /// <summary>Walks a mapped sequence: its function has run for each item, and what it started runs together.</summary>
    private AbstractValue Walk(AbstractValue value, ref State state)
    {
        var result = AbstractValue.From(value.Atoms.Where(static atom => atom is not Atom.Mapped));
        foreach (var mapped in value.Atoms.OfType<Atom.Mapped>())
        {
            foreach (var target in mapped.Function.Delegates)
            {
                if (asked.Of(target.BodyId) is not { } summary || asked.Body(target.BodyId) is null)
                    continue;
                var call = new Call(summary.Body.Span, mapped.Node, new("", "", ""), null, ImmutableArray<Argument>.Empty);
                var handles = Apply(summary, target.Receiver, target.IsClosure, call, [mapped.Items], ref state, areItems: true, target.Frame);
                foreach (var fork in handles.Handles)
                {
                    fork.IsSelfParallel = true;
                    NoteOwnOf(fork, mapped.Items);
                    state = GoLive(fork, state);
                }

                // The task of one item and what it calls asynchronously: they meet those of other items.
                foreach (var fork in handles.Handles)
                    foreach (var other in handles.Handles)
                        if (fork.Id != other.Id && fork.Own.Count > 0)
                            fork.Concurrent[other.Id] = new(other, fork.Own.ToImmutableHashSet(StringComparer.Ordinal));
                result = result.Union(handles);
            }
        }

        return result;
    }

    /// <summary><c>Timeout.Infinite</c>, <c>Timeout.InfiniteTimeSpan</c>.</summary>
    private static bool IsNever(Value dueTime) => dueTime is Value.Constant { Text: "-1" or "4294967295" } or Value.Field { Facts.Name: "InfiniteTimeSpan" };
}
