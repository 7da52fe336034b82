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
                        Note(overlap.Effect, summary.Effects, there, overlap.Fork.Effects, overlap.Stale, isSameFork: false);
            foreach (var fork in summary.Forks)
                foreach (var (other, stale) in fork.Concurrent.Values)
                    foreach (var here in fork.Effects)
                        if (IsStore(here))
                            foreach (var there in other.Effects)
                                Note(here, fork.Effects, there, other.Effects, stale, fork.Id == other.Id);
        }

        return places;

        void Note(Effect here, ImmutableArray<Effect> ours, Effect there, ImmutableArray<Effect> theirs, ImmutableHashSet<string> stale, bool isSameFork)
        {
            if (!IsStore(there) || !here.Path.Equals(there.Path) || here.Path.IsNewIn(stale) || Setting.ExcludeInOneRun(here, there) || !Judge.Conflict(here, there, isSameFork, stale)
                || Judge.Ordered(here, SignalsOf(ours), there) || Judge.Ordered(there, SignalsOf(theirs), here) || Judge.TakeTurns(here, SignalsOf(ours), there, SignalsOf(theirs)))
                return;
            places.Add(here.Place);
            places.Add(there.Place);
        }
    }

    private static bool IsStore(Effect effect) => effect is { Writes: true, IsContent: false, IsUpdate: false, IsSignal: false, IsInvocation: false } && (effect.IsAtomic || effect.Path.Storage is { IsVolatile: true });

    private static HashSet<string> SignalsOf(ImmutableArray<Effect> effects) =>
        new(effects.Where(static effect => effect.IsSignal).Select(static effect => effect.Path.Key), StringComparer.Ordinal);
}
