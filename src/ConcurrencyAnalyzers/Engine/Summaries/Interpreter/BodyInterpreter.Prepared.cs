using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>Work that is given first and begins later: handlers of a source that is started, blocks that wait for messages, periodic timers.</summary>
internal sealed partial class BodyInterpreter
{
    private readonly List<Prepared> _prepared = [];

    /// <summary>By the key of an options object: how many at once, as text.</summary>
    private readonly Dictionary<string, string> _degrees = new(StringComparer.Ordinal);

    /// <summary>Keys of the sequences that call their observers from the pool.</summary>
    private readonly HashSet<string> _observables = new(StringComparer.Ordinal);

    /// <summary>Sources that were started already: a handler that is added now can be called at once.</summary>
    private readonly HashSet<AccessPath> _begun = [];

    private sealed record Prepared(Call Call, ForkKind Kind, AccessPath Source, AbstractValue Work, bool IsSelfParallel)
    {
        public bool HasBegun { get; set; }

        /// <summary>What chose this work, and not another.</summary>
        public ImmutableHashSet<Setting> Settings { get; init; } = Setting.None;
    }

    private void Prepare(Call call, ForkKind kind, IEnumerable<AccessPath> sources, bool selfParallel, ref State state)
    {
        var work = AbstractValue.Unknown;
        foreach (var argument in call.Arguments)
            work = work.Union(AbstractValue.From(Evaluate(argument.Value, ref state).Delegates));
        foreach (var source in sources)
            if (!work.IsUnknown && !_prepared.Any(prepared => prepared.Call.Number == call.Number && prepared.Source.Equals(source)))
            {
                var prepared = new Prepared(call, kind, source, work, selfParallel) { Settings = state.Settings };
                _prepared.Add(prepared);
                if (_begun.Contains(source))
                    Begin(prepared, ref state);
            }
    }

    /// <summary>What was prepared for the objects of the call runs from here on.</summary>
    private void BeginPrepared(Call call, ref State state)
    {
        if (call.Method.Name.StartsWith("set_", StringComparison.Ordinal) && call.Argument(0) is Value.Constant { Text: "False" })
            return;
        var sources = new HashSet<AccessPath>(Evaluate(call.Receiver, ref state).Objects);
        _begun.UnionWith(sources);
        foreach (var argument in call.Arguments)
            sources.UnionWith(Evaluate(argument.Value, ref state).Objects);
        foreach (var prepared in _prepared)
            if (sources.Contains(prepared.Source))
                Begin(prepared, ref state);
        if (call.Method is { Name: var name, TypeId: "T:System.Net.Sockets.Socket" } && name.EndsWith("Async", StringComparison.Ordinal))
            _begunBy[call.Number] = state.Live.Values.Select(static pair => pair.Fork).Where(fork => fork.Kind == ForkKind.EventHandler && sources.Any(source => fork.HandleKeys.Contains(source.Key))).ToArray();
    }

    /// <summary>By the number of a call that begins an operation: the handlers that its end calls, unless it says that the end has come already (false).</summary>
    private readonly Dictionary<int, Fork[]> _begunBy = [];

    /// <summary>Whoever gets the object next may start it: from the end of the body on, what is prepared may run.</summary>
    private State? BeginRest(State? exit)
    {
        foreach (var prepared in _prepared)
            if (!prepared.HasBegun && exit is { } state)
            {
                Begin(prepared, ref state);
                exit = state;
                foreach (var fork in _forks.Values)
                    fork.IsDormant |= fork.Kind is ForkKind.Timer or ForkKind.EventHandler && fork.HandleKeys.Contains(prepared.Source.Key);
                if (prepared.Kind == ForkKind.Timer && IsRepeatedLater(prepared.Call, asked.IsRepeated))
                    NoteOverruns([prepared.Source], IsRepeatedLater(prepared.Call, asked.IsRepeatedShortly));
            }

        return exit;
    }

    private void Begin(Prepared prepared, ref State state)
    {
        // One source does one thing after the other, however often it is told to go on.
        if (state.Live.ContainsKey(prepared.Call.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)))
            return;
        prepared.HasBegun = true;
        var settings = state.Settings;
        state = state with { Settings = settings.Union(prepared.Settings) };
        Begin(prepared.Call, prepared.Kind, "", prepared.Work, StateOf(prepared.Call, prepared.Kind, ref state), [prepared.Source.Key], prepared.IsSelfParallel, ref state);
        state = state with { Settings = settings };
    }

    private State PrepareBlock(Call call, State state)
    {
        var created = NewObject(call.Number);
        _results[call.Number] = AbstractValue.Of(created);
        var degree = DegreeOf(call, ref state);
        Prepare(call, ForkKind.Block, [created], degree is not (null or "1"), ref state);
        return state;
    }

    private string? DegreeOf(Call call, ref State state)
    {
        foreach (var argument in call.Arguments)
            foreach (var path in Evaluate(argument.Value, ref state).Objects)
                if (_degrees.TryGetValue(path.Key, out var degree))
                    return degree;
        return null;
    }

    private void NoteDegree(Call call, ref State state)
    {
        foreach (var path in Evaluate(call.Receiver, ref state).Objects)
            _degrees[path.Key] = call.Arguments is [{ Value: Value.Constant { Text: var text } }] ? text : "some";
    }

    /// <summary>A block passes its end on to those it is linked to: waiting for one, we take all for done.</summary>
    private AbstractValue EndOfBlock(Call call, ref State state)
    {
        var receiver = Evaluate(call.Receiver, ref state);
        var handles = state.Live.Values.Where(static pair => pair.Fork.Kind == ForkKind.Block).Select(static pair => (Atom)new Atom.Handle(pair.Fork)).ToList();
        return AbstractValue.From(handles.Concat(PartOf(call, receiver) is { } part ? [new Atom.Object(part)] : []));
    }

    /// <summary>The callbacks of a timer overlap where one can last longer than the period and nothing in it keeps the next away.</summary>
    private void NotePeriod(Call call, Value period, ref State state)
    {
        var timers = call.IsConstruction ? [NewObject(call.Number)] : Evaluate(call.Receiver, ref state).Objects.ToArray();
        if (!IsOnce(period))
            NoteOverruns(timers, IsShort(body, period));
    }

    /// <summary>A timer that goes on by itself raises its event while a handler still waits.</summary>
    private bool MayElapseAgain(Call call, ref State state)
    {
        if (call.Method.Key != "System.Timers.Timer.add_Elapsed" || body.Root.All().OfType<Call>().Any(static set => set is { Method.Name: "set_AutoReset" or "set_SynchronizingObject" } && set.Argument(0) is not Value.Constant { Text: "True" }))
            return false;
        foreach (var target in Evaluate(call.Argument(0), ref state).Delegates)
            if (asked.MayOverrun(target.BodyId, isShort: false))
                return true;
        return false;
    }

    private void NoteOverruns(AccessPath[] timers, bool isShort)
    {
        foreach (var fork in _forks.Values)
            if (fork.Kind == ForkKind.Timer && timers.Any(timer => fork.HandleKeys.Contains(timer.Key)) && fork.Bodies.Any(id => asked.MayOverrun(id, isShort)))
            {
                fork.IsSelfParallel = true;
                fork.Concurrent[fork.Id] = new(fork, s_nothing);
            }
    }

    /// <summary>Another member gives the timer a period.</summary>
    private bool IsRepeatedLater(Call made, Func<FieldFacts, bool> isRepeated)
    {
        foreach (var node in body.Root.All())
            if (node is Access { Place: Value.Field { Facts: var field }, Stored: Value.CallResult { Node: var stored } } && stored == made.Number && isRepeated(field))
                return true;
        return false;
    }

    /// <summary>Whether some member of the type that holds the timer has it run again and again.</summary>
    internal static bool IsRepeated(ProgramIndex program, FieldFacts timer, Func<BodyFacts, Value, bool>? which = null) => program.MembersOf(timer.OwnerId).SelectMany(program.BodiesOf)
        .Any(body => body.Root.All().Any(node => node is Call { Receiver: Value.Field { Facts: var field } } call && field.Equals(timer) && program.Knowledge.RoleOf(call.Method.Key) == MemberRole.TimerChange && !IsOnce(call.Argument(1))
            && which?.Invoke(body, call.Argument(1)) != false));

    /// <summary>A period of at most a second, as a number of milliseconds or made by TimeSpan.</summary>
    internal static bool IsShort(BodyFacts body, Value period) => period switch
    {
        Value.Constant { Text: var text } => double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var milliseconds) && milliseconds is > 0 and <= 1000,
        Value.CallResult { Node: var number } => body.Root.All().OfType<Call>().Any(call => call.Number == number && call is { Method: { TypeId: "T:System.TimeSpan", Name: var unit }, Arguments: [{ Value: Value.Constant amount }, ..] }
            && (unit == "FromMilliseconds" && IsShort(body, amount) || unit == "FromSeconds" && amount.Text is "1" or "0.5" or "0.25" or "0.1")),
        _ => false,
    };

    private static bool IsOnce(Value period) => period is Value.Constant { Text: "-1" or "4294967295" or "0" } or Value.UnknownValue or Value.Field { Facts.Name: "InfiniteTimeSpan" or "Zero" };

    private State Subscribe(Call call, State state)
    {
        if (Evaluate(call.Receiver ?? call.Argument(0), ref state).Objects.Any(path => _observables.Contains(path.Key)))
            Spawn(call, ForkKind.EventHandler, ref state);
        return state;
    }

    private void NoteObservable(Call call, MemberRole role, ref State state)
    {
        if (role == MemberRole.Observable || call.Method.TypeId == "T:System.Reactive.Linq.Observable" && Evaluate(call.Argument(0), ref state).Objects.Any(path => _observables.Contains(path.Key)))
            _observables.Add(NewObject(call.Number).Key);
    }
}
