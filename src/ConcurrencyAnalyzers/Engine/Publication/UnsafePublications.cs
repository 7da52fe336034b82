using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Atomicity;
using ConcurrencyAnalyzers.Engine.Conflicts;

namespace ConcurrencyAnalyzers.Engine.Publication;

/// <summary>Runs the searches for unsafe publication over one program: one finding for each assignment.</summary>
internal static class UnsafePublications
{
    /// <param name="steps">A check and an assignment with an await between are told as such.</param>
    public static ImmutableArray<UnsafePublication> Find(PublicationScope scope, ImmutableArray<Conflict> conflicts, ImmutableArray<BrokenStep> steps)
    {
        var waits = new HashSet<Place>(steps.Where(static step => step.Gap == Gap.Await).Select(static step => step.Act));
        var evidence = new Evidence(scope);
        var lazy = new LazyInitialization(scope, evidence, new(scope));
        var early = new EarlyPublication(scope, evidence);
        var entries = new FilledEntries(scope);
        var leaked = new LeakedThis(scope);
        var unlocked = new UnlockedLazies(scope);
        var reported = new HashSet<StateAt>(conflicts.SelectMany(static conflict => new StateAt[] { new(conflict.Here.Place, conflict.State.Id), new(conflict.There.Place, conflict.State.Id) }));
        return scope.Bodies
            .Select(PublicationScope.TrailOf)
            .SelectMany(trail => early.Find(trail).Concat(entries.Find(trail)).Concat(lazy.Find(trail)).Concat(leaked.Find(trail)).Concat(unlocked.Find(trail)).Concat(ClaimedFirst.Find(scope, trail)))
            .Where(found => found.Flaw != PublicationFlaw.ThisEscapes || !reported.Contains(new(found.Other, found.State.Id)))
            .Where(found => !waits.Contains(found.Place))
            .GroupBy(static found => found.Place)
            .Select(static same => same.First())
            .OrderBy(static found => found.Place)
            .ToImmutableArray();
    }

    /// <summary>One bug, one voice: a conflict that is part of an unsafe publication is told by that.</summary>
    public static ImmutableArray<Conflict> Fold(ImmutableArray<Conflict> conflicts, ImmutableArray<UnsafePublication> publications)
    {
        if (publications.IsEmpty)
            return conflicts;
        var told = new HashSet<StateAt>(publications.SelectMany(static found => found.Covers.Select(place => new StateAt(place, found.State.Id))));
        return conflicts.Where(conflict => !told.Contains(new(conflict.Here.Place, conflict.State.Id)) && !told.Contains(new(conflict.There.Place, conflict.State.Id))).ToImmutableArray();
    }

    /// <summary>The same for checks and acts.</summary>
    public static ImmutableArray<BrokenStep> Fold(ImmutableArray<BrokenStep> steps, ImmutableArray<UnsafePublication> publications)
    {
        var told = new HashSet<StateAt>(publications.Select(static found => new StateAt(found.Place, found.State.Id)));
        return steps.Where(step => !told.Contains(new(step.Act, step.State.Id))).ToImmutableArray();
    }
}
