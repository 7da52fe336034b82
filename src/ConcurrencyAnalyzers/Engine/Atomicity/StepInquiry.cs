using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>
/// What one walk asks of the rest of the program, with the answers it got, as <see cref="Inquiry"/> does for summaries:
/// while they stay the same, so do the steps. Not thread-safe; the answers are not changed once the walk has ended.
/// </summary>
internal sealed class StepInquiry(StepTable table, BodyFacts body)
{
    private readonly Dictionary<string, StepSummary> _steps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Summary?> _summaries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BodyFacts?> _bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Aim> _targets = new(StringComparer.Ordinal);
    private readonly Dictionary<AccessPath, int> _counts = [];
    private readonly Dictionary<FieldFacts, int> _states = [];
    private readonly Dictionary<string, bool> _stateful = new(StringComparer.Ordinal);
    private readonly ulong _shape = table.Program.Shape;
    private LockSet? _entry;
    private List<Func<StepTable, bool>>? _others;

    public KnowledgeBase Knowledge => table.Program.Knowledge;

    /// <summary>The locks that all callers hold.</summary>
    public LockSet EntryLocks => _entry ??= table.Entry.Of(body);

    public BodyFacts? Body(string bodyId) => _bodies[bodyId] = table.Program.Body(bodyId);

    public ImmutableArray<string> Targets(MethodFacts method)
    {
        if (!_targets.TryGetValue(method.Id, out var known))
            _targets[method.Id] = known = new(method, table.Program.Targets(method));
        return known.Targets;
    }

    public StepSummary StepsOf(string bodyId) => _steps[bodyId] = table.Of(bodyId);

    public Summary? SummaryOf(string bodyId) => _summaries[bodyId] = table.Summaries.Of(bodyId);

    /// <summary>With how many free places a semaphore begins; null where that is not known.</summary>
    public int? InitialCount(AccessPath semaphore)
    {
        var count = table.Summaries.Stored.InitialCount(semaphore);
        _counts[semaphore] = count ?? -1;
        return count;
    }

    public bool Removes(FieldFacts state) => Is(state, StateUse.Removes);

    public bool Replaces(FieldFacts state) => Is(state, StateUse.Replaces);

    public bool AddsOnDemand(FieldFacts state) => Is(state, StateUse.AddsOnDemand);

    public bool Updates(FieldFacts state) => Is(state, StateUse.Updates);

    public bool IsAtomic(FieldFacts state) => Is(state, StateUse.Atomic);

    public bool HasWriters(FieldFacts state) => Is(state, StateUse.AtomicUpdate);

    /// <summary>Some member changes the state, apart from setting it up.</summary>
    public bool IsChanged(FieldFacts state) => Is(state, StateUse.Changed);

    /// <summary>A member other than the body's own changes the state.</summary>
    public bool IsChangedElsewhere(FieldFacts state) => Is(state, StateUse.ChangedElsewhere);

    /// <summary>Another member sets the flag and, under the same of these locks, takes all out of the state, or puts another in its place.</summary>
    public bool IsClosedWith(FieldFacts flag, FieldFacts state, HeldPaths locks)
    {
        var isClosed = IsClosedWith(table, flag, state, locks);
        (_others ??= []).Add(other => IsClosedWith(other, flag, state, locks) == isClosed);
        return isClosed;
    }

    private bool IsClosedWith(StepTable asked, FieldFacts flag, FieldFacts state, HeldPaths locks)
    {
        foreach (var member in asked.Uses.ChangersOf(flag))
            if (member != body.MemberId && asked.Program.Body(member) is { } closer && !Teardown.Disposes(closer.DisplayName) && asked.Summaries.Of(member) is { } summary)
                foreach (var closing in summary.Effects)
                    if (closing is { Writes: true, IsContent: false, IsUpdate: false } && (closing.Kind & AccessKind.Constant) != 0 && flag.Equals(closing.Path.Storage) && summary.Effects.Any(taking => state.Equals(taking.Path.Storage) && TakesAll(taking) && locks.Paths.Any(held => taking.Locks.Contains(held.Key) && closing.Locks.Contains(held.Key))))
                        return true;
        return false;
    }

    private static bool TakesAll(Effect effect) => effect is { Writes: true, IsContent: false, IsUpdate: false, Path.EndsInElement: false } or { Writes: true, IsContent: true, Operator: "Clear" };

    public bool IsStateful(string typeId) => _stateful[typeId] = table.Uses.IsStateful(typeId);

    /// <summary>The body starts work; that is a matter of its own text.</summary>
    public bool StartsWork() => table.Uses.StartsWork(body);

    /// <summary>Whether another program answers the same.</summary>
    /// <param name="apart">Bodies that are not asked: they are judged together with this one.</param>
    public bool Holds(StepTable other, ICollection<string> apart)
    {
        if (_entry is not null && !_entry.Equals(other.Entry.Of(body)))
            return false;
        foreach (var pair in _bodies)
            if (!ReferenceEquals(other.Program.Body(pair.Key), pair.Value))
                return false;
        if (other.Program.Shape != _shape)
            foreach (var pair in _targets)
                if (!pair.Value.Holds(other.Program))
                    return false;
        foreach (var pair in _summaries)
            if (!ReferenceEquals(other.Summaries.Of(pair.Key), pair.Value))
                return false;
        foreach (var pair in _states)
            if ((int)other.Uses.Of(pair.Key, body.MemberId) != pair.Value)
                return false;
        foreach (var pair in _stateful)
            if (other.Uses.IsStateful(pair.Key) != pair.Value)
                return false;
        foreach (var pair in _counts)
            if ((other.Summaries.Stored.InitialCount(pair.Key) ?? -1) != pair.Value)
                return false;

        if (_others is not null)
            foreach (var holds in _others)
                if (!holds(other))
                    return false;

        // Last: what is not known yet is walked for it.
        foreach (var pair in _steps)
            if (!apart.Contains(pair.Key) && !ReferenceEquals(other.Of(pair.Key), pair.Value))
                return false;
        return true;
    }

    /// <summary>From here on only the answers are needed.</summary>
    public StepInquiry Closed()
    {
        table = null!;
        return this;
    }

    private bool Is(FieldFacts state, StateUse use)
    {
        if (!_states.TryGetValue(state, out var uses))
            _states[state] = uses = (int)table.Uses.Of(state, body.MemberId);
        return ((StateUse)uses & use) != 0;
    }
}
