using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// What the search for conflicts has made of one summary, for the next analysis: it dies with the summary. The same
/// accesses are the same objects then, by which all that was made of them is found again. Thread-safe.
/// </summary>
internal sealed class EntranceMemory(Summary summary)
{
    private readonly Use?[] _uses = new Use?[summary.Effects.Length];
    private readonly object _gate = new();
    private Dictionary<Question, GuardVerdict>? _verdicts;
    private volatile Entered? _entered;

    /// <param name="AtEntry">The locks that all callers hold.</param>
    /// <param name="Subscribed">Where the object begins to be seen by others, if the body makes it so.</param>
    private sealed record Entered(LockSet AtEntry, int? Subscribed, Use[] Uses);

    private sealed record Question(AccessPath State, int Family);

    /// <summary>One of the effects, as it stands there.</summary>
    public Use UseOf(int effect) => _uses[effect] ??= new(summary, summary.Effects[effect]);

    /// <summary>What callers come to; null where that is not known under these circumstances.</summary>
    public Use[]? Uses(LockSet atEntry, int? subscribed) =>
        _entered is { } entered && entered.Subscribed == subscribed && entered.AtEntry.Equals(atEntry) ? entered.Uses : null;

    public Use[] Keep(LockSet atEntry, int? subscribed, Use[] uses)
    {
        _entered = new(atEntry, subscribed, uses);
        return uses;
    }

    public GuardVerdict? VerdictOn(AccessPath state, int family)
    {
        lock (_gate)
            return _verdicts is not null && _verdicts.TryGetValue(new(state, family), out var verdict) ? verdict : null;
    }

    public void Keep(AccessPath state, int family, GuardVerdict verdict)
    {
        lock (_gate)
            (_verdicts ??= [])[new(state, family)] = verdict;
    }
}
