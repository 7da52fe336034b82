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

    /// <summary>What it does; replaced by better knowledge while the interpreter iterates.</summary>
    public ImmutableArray<Effect> Effects { get; set; } = ImmutableArray<Effect>.Empty;

    /// <summary>The other forks that may be running when this one starts, with the variables that are new since.</summary>
    public Dictionary<string, (Fork Fork, ImmutableHashSet<string> Stale)> Concurrent { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids of the bodies that it starts with.</summary>
    public HashSet<string> Bodies { get; } = new(StringComparer.Ordinal);

    /// <summary>Started by a callee; seen there too.</summary>
    public bool IsImported => Id.IndexOf('>') >= 0;

    /// <summary>A timer made without a due time: it runs when somebody changes it, not from here on.</summary>
    public bool IsDormant { get; set; }

    /// <summary>The handle leaves the body as its result, so that its caller can wait.</summary>
    public bool IsReturned { get; set; }

    /// <summary>Keys of the fields that hold the handle.</summary>
    public HashSet<string> HandleKeys { get; } = new(StringComparer.Ordinal);

    public override string ToString() => $"{Kind} {Id}";
}
