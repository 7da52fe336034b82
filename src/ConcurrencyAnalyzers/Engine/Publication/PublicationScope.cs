using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;
using ConcurrencyAnalyzers.Engine.Summaries;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine.Publication;

/// <summary>An access to a field, as its own body sees it.</summary>
internal sealed record Use(Trail Trail, int Index, Access Access, LockSet Locks)
{
    public Place Place => Trail.PlaceOf(Access.Span);
}

/// <summary>
/// What the searches for unsafe publication ask about the program: the trail and the locks of a body, who uses a
/// field, who runs at once. Lives for one analysis.
/// </summary>
internal sealed class PublicationScope
{
    private const int MaxCalls = 4;

    private readonly Dictionary<string, bool> _live = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Use>> _uses = new(StringComparer.Ordinal);

    /// <summary>By field, the bodies that use it outside of construction.</summary>
    private readonly Dictionary<string, List<BodyFacts>> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<BodyFacts>> _membersOfType = new(StringComparer.Ordinal);
    private readonly EntryLocks _entry;

    public PublicationScope(ProgramIndex program, SummaryTable table, ImmutableArray<Summary> summaries, EntryLocks entry, Meetings meetings)
    {
        (Program, Table, Summaries, Meetings) = (program, table, summaries, meetings);
        _entry = entry;
        var bodies = new Dictionary<string, BodyFacts>(StringComparer.Ordinal);
        foreach (var summary in summaries)
            bodies[summary.Body.Id] = summary.Body;
        foreach (var id in meetings.WritingBodies)
            if (program.Body(id) is { } body)
                bodies[id] = body;
        Bodies = bodies.Values.OrderBy(static body => body.Id, StringComparer.Ordinal).ToImmutableArray();
        foreach (var body in Bodies)
        {
            if (!_membersOfType.TryGetValue(body.TypeId, out var members))
                _membersOfType[body.TypeId] = members = [];
            members.Add(body);
            if (body.IsConstruction)
                continue;
            foreach (var node in body.Root.All())
                if (node is Access { Place: Value.Field { Facts: var field } })
                    Note(body, field);
        }

        foreach (var fork in summaries.SelectMany(static summary => summary.Forks))
            foreach (var id in fork.Bodies.Concat(fork.Effects.Where(static effect => !effect.IsInvocation).Select(static effect => effect.BodyId)))
            {
                AddRun(id, RunInFlows);
                if (fork.IsSelfParallel || fork.Concurrent.Count > 0)
                    AddRun(id, RunAtOnce);
            }
    }

    public ProgramIndex Program { get; }

    public SummaryTable Table { get; }

    public ImmutableArray<Summary> Summaries { get; }

    public Meetings Meetings { get; }

    /// <summary>The bodies to search, by id.</summary>
    public ImmutableArray<BodyFacts> Bodies { get; }

    /// <summary>Ids of the bodies that some started flow is seen to run.</summary>
    public HashSet<string> RunInFlows { get; } = new(StringComparer.Ordinal);

    /// <summary>Those of them that run beside another run of themselves, or beside another flow of the same body.</summary>
    public HashSet<string> RunAtOnce { get; } = new(StringComparer.Ordinal);

    public static Trail TrailOf(BodyFacts body) => body.Trail ??= new(body);

    /// <summary>Accesses through the field outside of construction, in a fixed order.</summary>
    public List<Use> UsesOf(FieldFacts field)
    {
        if (_uses.TryGetValue(field.Id, out var known))
            return known;
        var uses = _uses[field.Id] = [];
        if (_users.TryGetValue(field.Id, out var users))
            foreach (var body in users)
            {
                var trail = TrailOf(body);
                for (var i = 0; i < trail.Stops.Count; i++)
                    if (trail.Stops[i].Node is Access { Place: Value.Field { Facts: var used } } access && used.Id == field.Id)
                        uses.Add(new(trail, i, access, LocksAt(body, access.Span)));
            }

        return uses;
    }

    private void Note(BodyFacts body, FieldFacts field)
    {
        if (!_users.TryGetValue(field.Id, out var users))
            _users[field.Id] = users = [];
        if (users.Count == 0 || !ReferenceEquals(users[users.Count - 1], body))
            users.Add(body);
    }

    public IEnumerable<BodyFacts> BodiesOfType(string typeId) => _membersOfType.TryGetValue(typeId, out var bodies) ? bodies : [];

    /// <summary>The locks surely held at a node of the body, those of all its callers included.</summary>
    public LockSet LocksAt(BodyFacts body, TextSpan span) => LocksIn(body, span).Union(EntryOf(body));

    /// <summary>The locks that the body itself has taken there.</summary>
    public LockSet LocksIn(BodyFacts body, TextSpan span) =>
        Table.Of(body.Id)?.Held.TryGetValue(new(body.FilePath, span), out var held) == true ? held : LockSet.Empty;

    public LockSet EntryOf(BodyFacts body) => body.IsNested ? LockSet.Empty : _entry.Of(body);

    public IEnumerable<Summaries.CallSite> SitesOf(BodyFacts body) => _entry.SitesOf(body.Id);

    /// <summary>The locks that the known calls of a member hold, in the member's names; null where no call is seen.</summary>
    public LockSet? AtCallsOf(BodyFacts body)
    {
        LockSet? held = null;
        foreach (var site in _entry.SitesOf(body.Id))
        {
            var locks = site.OnThis && Program.Body(site.CallerId) is { } caller ? site.Locks.Union(EntryOf(caller)) : site.Locks;
            held = held is null ? locks : held.Intersect(locks);
        }

        return held;
    }

    public static bool IsTeardown(BodyFacts body) => body.Kind == BodyKind.Finalizer || Teardown.Ends(body.DisplayName) || Teardown.IsOfEveryObject(body.DisplayName);

    /// <summary>Whether the body runs at other times than while its object is made.</summary>
    public bool IsLive(BodyFacts body)
    {
        if (body.IsNested)
            return true;
        if (body.IsConstruction || IsTeardown(body))
            return false;
        if (!body.IsPrivate && !IsStepOfDisposal(body) || body.IsPrivate && !_entry.IsCalled(body.Id) || RunInFlows.Contains(body.Id))
            return true;
        if (!body.IsPrivate)
            return false;
        if (_live.TryGetValue(body.Id, out var known))
            return known;
        _live[body.Id] = false;
        return _live[body.Id] = _entry.CallersOf(body.Id).Any(caller => Program.Body(caller) is { } by && IsLive(by));
    }

    /// <summary>Called by nobody but those who dispose of the object that made it: it ends with that one.</summary>
    private bool IsStepOfDisposal(BodyFacts body, int depth = 0)
    {
        if (body.IsExternallyVisible || body.IsPublic || body.IsNested || depth > 2)
            return false;
        var sites = _entry.SitesEverywhere(body.Id).ToArray();
        return sites.Length > 0 && Array.TrueForAll(sites, site => Program.Body(site.CallerId) is { } caller && (IsTeardown(caller) || caller.IsConstruction || IsStepOfDisposal(caller, depth + 1))
            && (site.OnThis || site.Receiver is { Root: RootKind.This, Steps: [{ Field: { } part }] } && !Table.Stored.IsGiven(part)));
    }

    /// <summary>Whether two places exclude each other: a lock that both hold, one of them not as a mere reader.</summary>
    public static bool ShareLock(LockSet one, LockSet other) =>
        one.HasUnknown || other.HasUnknown
        || one.Held.Any(held => held.Mode != LockMode.Shared && other.Held.Any(there => there.Mode != LockMode.Shared && there.Path.Equals(held.Path)));

    /// <summary>Whether the one body is the other, or calls it over a few steps.</summary>
    public bool Calls(string caller, string callee)
    {
        var (seen, next) = (new HashSet<string>(StringComparer.Ordinal) { caller }, new List<string> { caller });
        for (var depth = 0; depth <= MaxCalls && next.Count > 0; depth++)
        {
            if (next.Contains(callee))
                return true;
            next = [.. next.Select(Table.Of).OfType<Summary>().SelectMany(static summary => summary.Calls).Select(static site => site.TargetId).Where(seen.Add)];
        }

        return false;
    }

    /// <summary>Whoever gets to the write starts the other body only afterwards.</summary>
    public bool ComesBefore(Place write, string started)
    {
        var entrances = Summaries.Where(summary => !summary.Body.IsPrivate && !summary.Body.IsNested && summary.Effects.Any(effect => effect.Writes && effect.Place == write)).ToArray();
        return entrances.Length > 0 && entrances.All(summary => summary.Forks.Any(fork => fork.Bodies.Contains(started) || fork.Effects.Any(effect => effect.BodyId == started)) && !summary.Overlaps.Any(overlap => overlap.Effect.Place == write));
    }

    private void AddRun(string id, HashSet<string> seen)
    {
        if (!seen.Add(id) || Table.Of(id) is not { } summary)
            return;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var call in summary.Calls)
            AddRun(call.TargetId, seen);
    }
}
