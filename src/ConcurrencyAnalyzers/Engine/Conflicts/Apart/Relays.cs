using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Runs of one flow that follow one another although the place that starts them does not show it: each run starts the next
/// when it ends, or the type keeps the handle and a member of its waits for the run that is on before there is another.
/// </summary>
internal sealed class Relays(IEnumerable<Summary> all)
{
    private readonly Dictionary<string, Summary> _all = ById(all);
    private readonly Dictionary<string, HashSet<Place>?> _late = new(StringComparer.Ordinal);
    private ILookup<string, string>? _joined;
    private ILookup<string, Start>? _starters;

    private sealed record Start(string BodyId, Place Place, Summary Starter);

    /// <summary>In half-typed code two functions may begin at one place, and have one id.</summary>
    private static Dictionary<string, Summary> ById(IEnumerable<Summary> all)
    {
        var byId = new Dictionary<string, Summary>(StringComparer.Ordinal);
        foreach (var summary in all)
            byId[summary.Body.Id] = summary;
        return byId;
    }

    /// <summary>Whether the access of one run is over when the other begins.</summary>
    public bool KeepApart(Fork fork, Fork other, Effect here, Effect there) =>
        fork.Bodies.Overlaps(other.Bodies) && (HasNext(fork, out var late) && !late.Contains(here.Place) && !late.Contains(there.Place) || (fork.Id == other.Id || fork.HandleKeys.Overlaps(other.HandleKeys)) && IsWaitedFor(fork));

    /// <summary>
    /// Whether the access is one that the member which starts the flow, or the first of its runs, makes before it does: only a second call of it could meet
    /// the flow of the first.
    /// </summary>
    public bool IsBeforeStart(Effect access, Fork flow)
    {
        if (!flow.IsImported || access.Trace.IsEmpty || flow.HandleKeys.Count == 0)
            return false;
        _starters ??= _all.Values.SelectMany(static summary => summary.Forks.Where(static fork => !fork.IsImported).SelectMany(fork => fork.Bodies.Select(body => new Start(body, fork.Place, summary)))).ToLookup(static start => start.BodyId, StringComparer.Ordinal);
        var hasNext = HasNext(flow, out _);
        foreach (var (_, place, starter) in flow.Bodies.SelectMany(body => _starters[body]))
            if ((hasNext || place == flow.Place) && access.Trace.Any(call => call.FilePath == starter.Body.FilePath && starter.Body.Span.Contains(call.Span))
                && starter.Effects.Any(effect => effect.Place == access.Place)
                && !starter.Overlaps.Any(overlap => overlap.Fork.Bodies.Overlaps(flow.Bodies) && overlap.Effect.Place == access.Place))
                return true;
        return false;
    }

    /// <summary>
    /// Started at one place by who was first to store something in a field, which is never emptied again: whichever way led there,
    /// one of them has started it, once.
    /// </summary>
    /// <param name="stale">Keys of the variables and objects that the two runs have different ones of.</param>
    public bool IsOneRun(Fork fork, Fork other, System.Collections.Immutable.ImmutableHashSet<string> stale) =>
        !(fork.Id == other.Id && !fork.IsImported)
        && fork.Gate is { HasElement: false, Parent.Storage: { } gate } way && way.Equals(other.Gate) && !way.IsNewIn(stale) && fork.Place == other.Place && Setters[gate.Id].Distinct().Count() == 1;

    /// <summary>By the id of a field: the places that give it a value, but for what constructs its object.</summary>
    private ILookup<string, Place> Setters => _setters ??= _all.Values
        .SelectMany(static summary => summary.Effects.Where(effect => effect is { Writes: true, IsContent: false, Trace.IsEmpty: true, Path.Storage: not null } && !summary.Body.IsConstruction))
        .ToLookup(static effect => effect.Path.Storage!.Id, static effect => effect.Place, StringComparer.Ordinal);

    private ILookup<string, Place>? _setters;

    /// <summary>The flow starts itself again; what it still does beside the next run is late.</summary>
    private bool HasNext(Fork fork, out HashSet<Place> late)
    {
        late = [];
        foreach (var id in fork.Bodies)
        {
            if (!_late.TryGetValue(id, out var found))
                _late[id] = found = LateIn(id);
            if (found is null)
                return false;
            late.UnionWith(found);
        }

        return fork.Bodies.Count > 0;
    }

    /// <summary>Null where the body does not start itself, or does so over and over.</summary>
    private HashSet<Place>? LateIn(string bodyId)
    {
        if (!_all.TryGetValue(bodyId, out var summary) || !summary.Forks.Any(IsNext))
            return null;
        var loops = summary.Body.Root.All().OfType<Loop>().ToArray();
        return summary.Forks.Where(IsNext).Any(next => loops.Any(loop => loop.Kind != LoopKind.DoWhile && loop.Span.Contains(next.Place.Span)))
            ? null
            : new(summary.Overlaps.Where(overlap => IsNext(overlap.Fork)).Select(static overlap => overlap.Effect.Place));

        bool IsNext(Fork next) => next.Bodies.Contains(bodyId) && next.Kind is ForkKind.Task or ForkKind.Thread or ForkKind.PoolItem;
    }

    /// <summary>A member that does not start the flow joins the field in which its handle is kept.</summary>
    private bool IsWaitedFor(Fork fork)
    {
        if (fork.HandleKeys.Count == 0 || fork is { IsSelfParallel: true, IsImported: false })
            return false;
        _joined ??= _all.Values.SelectMany(static summary => summary.JoinedPaths.Where(static path => path is { Root: RootKind.This, Steps: [{ Kind: StepKind.Field }] }).Select(path => (Key: path.Steps[0].Field!.Id, summary.Body.DisplayName)))
            .ToLookup(static join => join.Key, static join => join.DisplayName, StringComparer.Ordinal);
        foreach (var key in fork.HandleKeys)
            if (key.LastIndexOf(".F:", StringComparison.Ordinal) is >= 0 and var field && _joined[key.Substring(field + 1)].Any(member => member != fork.MemberName))
                return true;
        return false;
    }
}
