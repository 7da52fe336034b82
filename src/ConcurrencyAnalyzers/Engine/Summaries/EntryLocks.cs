using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locks;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// The locks that every caller holds when a body is entered, in the body's names: the greatest fixpoint of
/// "intersection over call sites of the locks there and on the caller's entry". Known only for bodies that nothing
/// outside the compilation can call.
/// </summary>
internal sealed class EntryLocks
{
    private const int MaxRounds = 12;

    private readonly Dictionary<string, LockSet?> _entry = new(StringComparer.Ordinal);
    private readonly ILookup<string, CallSite> _sites;

    /// <summary>Also the calls in types that know nothing of threads.</summary>
    private readonly ILookup<string, CallSite> _everywhere;

    private readonly ProgramIndex _program;
    private readonly Summary[] _all;

    /// <summary>By the type that calls, the types of which it calls members.</summary>
    private Dictionary<string, Served>? _served;

    /// <summary>Types of which members are called under a lock, and those of which some are called without.</summary>
    private sealed class Served
    {
        public HashSet<string> Locked { get; } = new(StringComparer.Ordinal);

        public HashSet<string> Bare { get; } = new(StringComparer.Ordinal);
    }

    /// <summary>Bodies that a flow of control starts with: nobody's locks are held there.</summary>
    private readonly HashSet<string> _started;

    private HashSet<string>? _startedElsewhere;

    /// <param name="callees">What the summaries call, on the way; may hold them too.</param>
    public EntryLocks(ProgramIndex program, IEnumerable<Summary> summaries, IEnumerable<Summary> callees)
    {
        _program = program;
        var all = _all = summaries.ToArray();
        _started = new(all.SelectMany(static summary => summary.Forks).SelectMany(static fork => fork.Bodies), StringComparer.Ordinal);
        _sites = all.SelectMany(static summary => summary.Calls).ToLookup(static site => site.TargetId);
        _everywhere = all.Concat(callees).Distinct().SelectMany(static summary => summary.Calls).ToLookup(static site => site.TargetId);
        foreach (var summary in all)
            _entry[summary.Body.Id] = IsClosed(summary.Body) && SitesWithOverridden(summary.Body).Any() ? null : LockSet.Empty;
        var open = _entry.Keys.Where(id => _entry[id] is null).ToArray();
        Array.Sort(open, StringComparer.Ordinal);
        for (var round = 0; round < MaxRounds && Iterate(open); round++)
        {
        }
    }

    /// <summary>Empty where nothing is known.</summary>
    public LockSet Of(BodyFacts body) => _entry.TryGetValue(body.Id, out var locks) && locks is not null ? locks : LockSet.Empty;

    /// <summary>
    /// A body that only helpers of its object call, which the object calls itself: it is entered again under whatever
    /// locks the object held when it called the helper, and those have no name on the way.
    /// </summary>
    public bool IsOnlyCalledBack(BodyFacts body)
    {
        if (body.IsExternallyVisible || body.IsStatic || !_everywhere.Contains(body.Id))
            return false;
        _served ??= ServedUnderLock();
        return _everywhere[body.Id].All(site => !site.OnThis && TypeOf(site.CallerId) is { Length: > 0 } helper && helper != body.TypeId && Serves(helper, body.TypeId) && !IsEnteredFromOutside(site.CallerId, body.TypeId, []));
    }

    /// <summary>Whether a helper's body is reached by others than the object it serves, or in ways that are not seen: they hold none of its locks.</summary>
    private bool IsEnteredFromOutside(string bodyId, string servedId, HashSet<string> seen)
    {
        if (!seen.Add(bodyId) || _program.Body(bodyId) is not { IsNested: false } body || body.TypeId == servedId || IsMaking(bodyId))
            return false;
        if (body.IsExternallyVisible && !body.IsForHeirs || _started.Contains(bodyId))
            return true;
        var sites = _everywhere[bodyId].Concat((_program.Implemented(bodyId) ?? ImmutableArray<string>.Empty).SelectMany(id => _everywhere[id])).ToArray();
        return sites.Length == 0 || sites.Any(site => IsEnteredFromOutside(site.CallerId, servedId, seen));
    }

    /// <summary>Which type calls members of which under a lock.</summary>
    private Dictionary<string, Served> ServedUnderLock()
    {
        var served = new Dictionary<string, Served>(StringComparer.Ordinal);
        foreach (var sites in _everywhere)
        {
            var (callee, isMaking) = (ProgramIndex.OwnerOf(sites.Key), IsMaking(sites.Key));
            foreach (var site in sites)
            {
                var isLocked = IsLocked(site);
                if (!isLocked && (isMaking || IsMaking(site.CallerId)))
                    continue;
                var caller = TypeOf(site.CallerId);
                if (!served.TryGetValue(caller, out var types))
                    served[caller] = types = new();
                (isLocked ? types.Locked : types.Bare).Add(callee);
            }
        }

        return served;
    }

    private bool IsLocked(CallSite site) => !site.Locks.IsEmpty || _entry.TryGetValue(site.CallerId, out var held) && held is { IsEmpty: false };

    private bool IsMaking(string bodyId) => _program.Body(bodyId)?.Kind is BodyKind.Constructor or BodyKind.Initializer;

    /// <summary>The type calls the helper, or one that is the same object under the name of a base or an heir, and always under a lock.</summary>
    private bool Serves(string helper, string typeId) =>
        _served!.TryGetValue(typeId, out var types) && types.Locked.Any(callee => AreOneFamily(callee, helper)) && !types.Bare.Any(callee => AreOneFamily(callee, helper));

    private bool AreOneFamily(string one, string other) =>
        one == other || _program.Type(other)?.Bases.Contains(one) == true || _program.Type(one)?.Bases.Contains(other) == true;

    private string TypeOf(string bodyId) => _program.Body(bodyId)?.TypeId ?? "";

    /// <summary>
    /// A body that anyone may call, and that other types of this compilation always call under a lock: to hold it is most
    /// likely what is asked of every caller.
    /// </summary>
    public bool IsCalledUnderLocks(BodyFacts body) =>
        body.IsExternallyVisible && _sites.Contains(body.Id) && _sites[body.Id].All(site => !site.OnThis && !site.Locks.IsEmpty && TypeOf(site.CallerId) != body.TypeId);

    /// <summary>Whether a flow of control starts with the body.</summary>
    public bool IsStarted(string bodyId) => _started.Contains(bodyId);

    /// <summary>Whether another type starts such a flow: there the object goes by another name.</summary>
    public bool IsStartedElsewhere(string bodyId) => (_startedElsewhere ??= new(
        from summary in _all
        from fork in summary.Forks
        where !fork.IsImported
        from id in fork.Bodies
        where _program.Body(id) is { } begun && begun.TypeId != summary.Body.TypeId
        select id, StringComparer.Ordinal)).Contains(bodyId);

    /// <summary>Whether the body is called from types that concern themselves with threads.</summary>
    public bool IsCalled(string bodyId) => _sites.Contains(bodyId);

    /// <summary>The same, in types that know nothing of threads too.</summary>
    public bool IsCalledAnywhere(string bodyId) => _everywhere.Contains(bodyId);

    /// <summary>The calls of the body itself that are seen in types that concern themselves with threads.</summary>
    public IEnumerable<CallSite> SitesOf(string bodyId) => _sites[bodyId];

    /// <summary>Those who call the body, in types that know nothing of threads too.</summary>
    public IEnumerable<string> CallersEverywhere(string bodyId) => _everywhere[bodyId].Select(static site => site.CallerId).Distinct();

    /// <summary>The calls of a body, in types that know nothing of threads too.</summary>
    public IEnumerable<CallSite> SitesEverywhere(string bodyId) => _everywhere[bodyId];

    public IEnumerable<string> CallersOf(string bodyId) => _sites[bodyId].Select(static site => site.CallerId);

    /// <summary>
    /// A protected member is run by its own family: what the calls in this compilation do shows what it may rely on, as
    /// long as no base outside calls it too.
    /// </summary>
    private bool IsClosed(BodyFacts body) =>
        body.IsNested ? !_started.Contains(body.Id)
            : (!body.IsExternallyVisible || body.IsForHeirs && _program.Implemented(body.Id) is not null) && body.Kind is BodyKind.Method or BodyKind.Accessor;

    /// <summary>The calls that may run a body; for a protected one also those of the members it overrides.</summary>
    private IEnumerable<CallSite> SitesWithOverridden(BodyFacts body) =>
        body.IsForHeirs && _program.Implemented(body.Id) is { } overridden ? overridden.SelectMany(id => _sites[id]).Concat(_sites[body.Id]) : _sites[body.Id];

    private bool Iterate(string[] open)
    {
        var changed = false;
        foreach (var id in open)
        {
            if (_entry[id] is { IsEmpty: true })
                continue;
            LockSet? meet = null;
            foreach (var site in _program.Body(id) is { } body ? SitesWithOverridden(body) : [])
            {
                var caller = _entry.TryGetValue(site.CallerId, out var known) ? known : LockSet.Empty;
                if (caller is null && site.Locks.IsEmpty && site.OnThis)
                    continue;
                var held = site.OnThis && caller is not null ? site.Locks.Union(caller) : site.Locks;
                meet = meet is null ? held : meet.Intersect(held);
            }

            if (meet is null || _entry[id] is { } before && before.Equals(meet))
                continue;
            _entry[id] = meet;
            changed = true;
        }

        return changed;
    }
}
