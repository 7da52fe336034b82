using System.Collections.Immutable;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>What kind of flow of control is started.</summary>
internal enum ForkKind
{
    Thread,
    Task,
    PoolItem,
    ParallelLoop,
    ParallelInvoke,
    Timer,
    AsyncCall,
    Continuation,
    EventHandler,

    /// <summary>A delegate that every request runs, from the moment the program serves.</summary>
    Request,

    /// <summary>A dataflow block at work on its messages.</summary>
    Block,

    /// <summary>Runs once, when news comes.</summary>
    Callback,

    /// <summary>Every thread runs it for itself, when it first needs what it makes.</summary>
    Factory,
}

/// <summary>A fork that may be running, with the keys of the variables and objects renewed since it was started.</summary>
internal sealed record LiveFork(Fork Fork, ImmutableHashSet<string> Stale)
{
    /// <summary>As seen where two paths meet: stale is what is stale on both.</summary>
    public LiveFork Meet(LiveFork other)
    {
        if (ReferenceEquals(Stale, other.Stale) || Stale.IsEmpty)
            return this;
        var both = Stale.Intersect(other.Stale);
        return ReferenceEquals(both, Stale) ? this : new(Fork, both);
    }

    /// <summary>Only what the fork mentions can be held against it.</summary>
    public LiveFork Renew(IReadOnlyCollection<string> rootKeys)
    {
        var stale = Stale;
        foreach (var key in rootKeys)
            if (Fork.Mentions(key))
                stale = stale.Add(key);
        return ReferenceEquals(stale, Stale) ? this : new(Fork, stale);
    }
}

/// <summary>
/// A flow of control that a body starts: what it does, in that body's names, and whether runs of it overlap with
/// each other. (The origin of O2, Liu et al., PLDI 2021, cut to one level: the place where it is started.)
/// </summary>
internal sealed class Fork(string id, ForkKind kind, Place place, string memberName)
{
    /// <summary>Names the place in the body, through calls: equal for the same start seen twice.</summary>
    public string Id { get; } = id;

    public ForkKind Kind { get; } = kind;

    public Place Place { get; } = place;

    /// <summary>The member in which it is started.</summary>
    public string MemberName { get; } = memberName;

    /// <summary>Two runs started here may overlap by the nature of the start (a parallel loop, a periodic timer).</summary>
    public bool IsSelfParallel { get; set; }

    private ImmutableArray<Effect> _effects = ImmutableArray<Effect>.Empty;
    private HashSet<string>? _mentioned;
    private bool _mayMentionMore;

    /// <summary>What it does; replaced by better knowledge while the interpreter iterates.</summary>
    public ImmutableArray<Effect> Effects
    {
        get => _effects;
        set => (_effects, _mentioned) = (value, null);
    }

    /// <summary>The other forks that may be running when this one starts, with the variables that are new since.</summary>
    public Dictionary<string, LiveFork> Concurrent { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids of the bodies that it starts with.</summary>
    public HashSet<string> Bodies { get; } = new(StringComparer.Ordinal);

    /// <summary>Id of the async method that goes on after its first await, for such a call.</summary>
    public string? AsyncBody { get; set; }

    /// <summary>Ids of the bodies of the flows that started it, where a flow did.</summary>
    public HashSet<string> Origins { get; } = new(StringComparer.Ordinal);

    /// <summary>Started by a callee; seen there too.</summary>
    public bool IsImported => Id.IndexOf('>') >= 0;

    /// <summary>Flows with the same key run one after the other; null where nothing keeps them apart.</summary>
    public string? Series { get; set; }

    /// <summary>The key of the field that holds its handle, where it is started only as long as that field holds none; null elsewhere.</summary>
    public string? Keeper { get; set; }

    /// <summary>Of the two there is one at a time.</summary>
    public bool IsInTurnWith(Fork other) => Series is not null && Series == other.Series || Keeper is not null && Keeper == other.Keeper;

    /// <summary>What its starter won before: the content of a field that one thread alone sets first. Null where it is started by whoever comes.</summary>
    public Locations.AccessPath? Gate { get; set; }

    /// <summary>Keys of what each of its runs has for itself: the item that it is given, and what goes with that.</summary>
    public HashSet<string> Own { get; } = new(StringComparer.Ordinal);

    /// <summary>Nothing can throw in the body once it has been started: who sees the body throw knows that it has not.</summary>
    public bool IsStartedLast { get; set; }

    /// <summary>Keys of the objects that it was handed when it was started, as a parameter.</summary>
    public HashSet<string> Given { get; } = new(StringComparer.Ordinal);

    /// <summary>Keys of the objects that each run collects in, as if it had one of its own.</summary>
    public HashSet<string> Accumulators { get; } = new(StringComparer.Ordinal);

    /// <summary>The handle leaves the body as its result, so that its caller can wait.</summary>
    public bool IsReturned { get; set; }

    /// <summary>Given its work, but not started where it was made: its maker's next steps do not run beside it.</summary>
    public bool IsDormant { get; set; }

    /// <summary>Keys of the fields that hold the handle.</summary>
    public HashSet<string> HandleKeys { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a variable or object, by its key, may play a part in what the fork does; a delegate that is not known yet may mention anything.</summary>
    public bool Mentions(string rootKey)
    {
        if (_mentioned is null)
        {
            _mentioned = new(StringComparer.Ordinal);
            foreach (var effect in _effects)
                Mention(effect);
        }

        return _mayMentionMore || _mentioned.Contains(rootKey);
    }

    private void Mention(Effect effect)
    {
        _mayMentionMore |= effect.IsInvocation;
        _mentioned!.Add(effect.Path.RootKey);
        if (effect.Path.HasElement)
            _mentioned.Add(effect.Path.SlotKey);
        foreach (var step in effect.Path.Steps)
            if (step.IndexName.Length > 0)
                _mentioned.Add(step.IndexName);
        foreach (var held in effect.Locks.Held)
            _mentioned.Add(held.Path.RootKey);
    }

    /// <summary>Among the signals given before an access: its body has stopped the flow, and has not waited for its end.</summary>
    public static string StoppedKey(Fork fork) => Stopped + fork.Id;

    public static bool IsStopped(string signal) => signal.StartsWith(Stopped, StringComparison.Ordinal);

    private const string Stopped = "stopped ";

    public override string ToString() => $"{Kind} {Id}";
}
