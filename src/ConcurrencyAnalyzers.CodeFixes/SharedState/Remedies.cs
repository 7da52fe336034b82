using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Editing.Collections;
using ConcurrencyAnalyzers.CodeFixes.Editing.Locking;
using ConcurrencyAnalyzers.CodeFixes.Editing.Reductions;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;
using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Rules;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState;

/// <summary>What can be done about a state that threads share.</summary>
internal enum Remedy
{
    Lock,
    Volatile,
    Interlocked,
    Collection,
    Reduction,
}

/// <summary>
/// Which remedy comes first. Rounds of a parallel loop that only add up get values of their own: nothing is shared, so
/// nothing waits. A flag becomes volatile. A lone number is changed atomically, a lone collection becomes a concurrent one. A lock is right
/// always, and the only right thing where several states change together or the author has shown that he wants one.
/// </summary>
internal static class Remedies
{
    public static Remedy Named(string name) => name switch
    {
        "volatile" => Remedy.Volatile,
        "interlocked" => Remedy.Interlocked,
        "collection" => Remedy.Collection,
        "reduction" => Remedy.Reduction,
        "lock" => Remedy.Lock,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <param name="alternatives">The remedies that the rule has beside a lock.</param>
    /// <param name="wanted">The one that is asked for; the others follow, since a state that it does not suit is to be fixed as well.</param>
    public static IEnumerable<EditScript> For(SourceView source, Finding finding, IReadOnlyCollection<Remedy> alternatives, Remedy? wanted)
    {
        if (NullSafeCall.Plan(source, finding) is { } call)
        {
            yield return call;
            yield break;
        }

        // What is read before it is finished has to wait for the end, not for a lock.
        if (finding.Harm == Harm.Unfinished && (WaitFirst.Plan(source, finding) ?? EndFirst.Plan(source, finding)) is { } waiting)
            yield return waiting;
        if (finding.Harm == Harm.HandedOver && HandOver.Plan(source, finding) is { } handed)
            yield return handed;
        if (finding.Harm == Harm.Corruption && finding[FixFacts.Remedies]?.Contains("lock") == true && ItemLock.Plan(source, finding) is { } item)
            yield return item;
        if (finding[FixFacts.Remedies]?.Contains("lock") != true || finding.Harm == Harm.Unfinished || StateAccess.All(source, finding) is not { } accesses)
            yield break;

        if (ReadLockEdit.IsNeeded(accesses))
        {
            if (ReadLockEdit.Plan(source, finding) is { } stronger)
                yield return stronger;
            yield break;
        }

        var collection = new Lazy<CollectionEdit?>(() => CollectionEdit.Plan(source, finding));
        var order = Order(source, finding, accesses, alternatives, collection);
        if (wanted is { } one)
            order = [.. order.OrderBy(remedy => remedy == one ? 0 : 1)];
        foreach (var remedy in order)
        {
            var script = remedy switch
            {
                Remedy.Reduction => ReductionEdit.Plan(source, finding),
                Remedy.Volatile => VolatileField.Plan(source, accesses),
                Remedy.Interlocked => InterlockedEdit.Plan(source, finding, isSettled: finding[FixFacts.Remedies]!.Contains("interlocked")),
                Remedy.Collection => collection.Value?.Script,
                _ => DeferredQuery.RunInside(HandedOut.Plan(source, finding, accesses), accesses),
            };
            if (script is not null)
                yield return script;
        }
    }

    private static List<Remedy> Order(
        SourceView source, Finding finding, IReadOnlyList<StateAccess> accesses, IReadOnlyCollection<Remedy> alternatives, Lazy<CollectionEdit?> collection)
    {
        if (finding[FixFacts.Remedies] == "written lock")
            return [Remedy.Lock];
        var isAtomic = alternatives.Contains(Remedy.Interlocked) && finding[FixFacts.Remedies]!.Contains("interlocked");
        var wantsLock = Company.CallsForLock(source, accesses);
        var order = new List<Remedy>();
        if (alternatives.Contains(Remedy.Volatile) && finding[FixFacts.Remedies]!.Contains("volatile"))
            order.Add(Remedy.Volatile);
        if (alternatives.Contains(Remedy.Reduction) && ReductionEdit.IsEnough(source, finding))
            order.Add(Remedy.Reduction);
        if (wantsLock)
            order.Add(Remedy.Lock);
        if (isAtomic)
            order.Add(Remedy.Interlocked);
        if (alternatives.Contains(Remedy.Collection) && collection.Value is { IsFaithful: true }
            && accesses.Select(access => access.Body).Distinct().All(body => body is null || !OtherStates.ChangedIn(source, body, accesses[0].Symbol).Any()))
            order.Add(Remedy.Collection);
        order.Add(Remedy.Lock);
        if (alternatives.Contains(Remedy.Reduction))
            order.Add(Remedy.Reduction);
        if (alternatives.Contains(Remedy.Interlocked))
            order.Add(Remedy.Interlocked);
        if (alternatives.Contains(Remedy.Collection))
            order.Add(Remedy.Collection);
        return [.. order.Distinct()];
    }
}
