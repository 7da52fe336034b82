using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Infers which lock guards a state from how most accesses treat it: writes count more than reads, and reading in a
/// getter counts least (after SpotBugs' IS2_INCONSISTENT_SYNC, with the identity of the lock kept).
/// </summary>
internal static class Guards
{
    private const double LeastCover = 0.6;

    /// <summary>The guard; null where no lock covers enough of the accesses, or they stand in one member only.</summary>
    public static AccessPath? Infer(IReadOnlyCollection<Effect> accesses)
    {
        var candidates = accesses.SelectMany(static access => access.Locks.Held).Select(static held => held.Path).Where(static path => !path.IsContent).Distinct();
        AccessPath? best = null;
        var bestCover = 0.0;
        var all = accesses.Sum(WeightOf);
        foreach (var candidate in candidates.OrderBy(static path => path.Key, StringComparer.Ordinal))
        {
            var guarded = accesses.Where(access => access.Locks.Protects(candidate.Key, access.Writes)).ToArray();
            if (guarded.Length < 2 || !guarded.Any(static access => access.Writes))
                continue;
            var members = guarded.Select(static access => access.MemberName).Distinct().Count();
            var offenders = accesses.Where(access => !access.Locks.Protects(candidate.Key, access.Writes)).Select(static access => access.MemberName).Distinct().Count();
            var cover = guarded.Sum(WeightOf) / all;
            var enough = cover >= LeastCover && members >= 2 || cover >= 0.5 && members >= 2 && offenders == 1;
            if (enough && cover > bestCover)
                (best, bestCover) = (candidate, cover);
        }

        return best;
    }

    private static double WeightOf(Effect access) => access switch
    {
        { Kind: var kind } when (kind & AccessKind.Neutral) != 0 => 0.25,
        { IsContent: true, Writes: true } => 2,
        { IsUpdate: true } => 3,
        { Writes: true } => 2,
        _ => 1,
    };
}
