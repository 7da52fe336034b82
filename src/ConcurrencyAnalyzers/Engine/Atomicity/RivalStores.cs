using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>
/// Atomic stores of one variable by two flows that run at once. Each by itself is whole; who stores what he has made of
/// a value that he read before overwrites what the other stored in between.
/// </summary>
internal static class RivalStores
{
    public static HashSet<Place> Of(ImmutableArray<Summary> all)
    {
        var places = new HashSet<Place>();
        foreach (var summary in all)
        {
            if (summary.Forks.IsEmpty)
                continue;
            foreach (var overlap in summary.Overlaps)
                if (IsStore(overlap.Effect))
                    foreach (var there in overlap.Fork.Effects)
                        Note(overlap.Effect, null, summary.Effects, there, overlap.Fork, overlap.Stale);
            foreach (var fork in summary.Forks)
                foreach (var (other, stale) in fork.Concurrent.Values)
                    foreach (var here in fork.Effects)
                        if (IsStore(here))
                            foreach (var there in other.Effects)
                                Note(here, fork, fork.Effects, there, other, stale);
        }

        return places;

        void Note(Effect here, Fork? ourFork, ImmutableArray<Effect> ours, Effect there, Fork theirFork, ImmutableHashSet<string> stale)
        {
            if (!IsStore(there) || !here.Path.Equals(there.Path) || here.Path.IsNewIn(stale) || Setting.ExcludeInOneRun(here, there) || !Judge.Conflict(here, there, ourFork?.Id == theirFork.Id, stale)
                || here.Joined.Overlaps(theirFork.HandleKeys) || ourFork is not null && there.Joined.Overlaps(ourFork.HandleKeys))
                return;
            var (given, back) = (SignalsOf(ours), SignalsOf(theirFork.Effects));
            if (Judge.Ordered(here, given, there) || Judge.Ordered(there, back, here) || Judge.TakeTurns(here, given, there, back))
                return;
            places.Add(here.Place);
            places.Add(there.Place);
        }
    }

    private static bool IsStore(Effect effect) => effect is { Writes: true, IsContent: false, IsUpdate: false, IsSignal: false, IsInvocation: false } && (effect.IsAtomic || effect.Path.Storage is { IsVolatile: true });

    private static HashSet<string> SignalsOf(ImmutableArray<Effect> effects) =>
        new(effects.Where(static effect => effect.IsSignal).Select(static effect => effect.Path.Key), StringComparer.Ordinal);
}
