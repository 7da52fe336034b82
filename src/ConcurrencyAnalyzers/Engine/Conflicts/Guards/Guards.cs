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
    /// <param name="siteOf">The member that holds the lock at a guarded access; null where that is too far away to show anything.</param>
    public static AccessPath? Infer(IReadOnlyCollection<Effect> accesses, Func<Effect, AccessPath, string?> siteOf)
    {
        var candidates = accesses.SelectMany(static access => access.Locks.Held).Select(static held => held.Path).Where(static path => !path.IsContent).Distinct();
        AccessPath? best = null;
        var bestCover = 0.0;
        foreach (var candidate in candidates.OrderBy(static path => path.Key, StringComparer.Ordinal))
        {
            var guarded = accesses.Where(access => access.Locks.Protects(candidate.Key, access.Writes)).ToArray();
            if (guarded.Length < 2 || !guarded.Any(static access => access.Writes))
                continue;

            // Under a lock that has no name here it may well be the same one: that speaks neither for nor against. Nor does a
            // first look before the lock is taken.
            var inside = new HashSet<string>(guarded.Select(static access => access.BodyId), StringComparer.Ordinal);
            var lacking = accesses.Where(access => !access.Locks.HasUnknown && !access.Locks.Protects(candidate.Key, access.Writes) && !(access is { Writes: false, IsContent: false } && inside.Contains(access.BodyId))).ToArray();
            var members = MembersOf(guarded, access => siteOf(access, candidate));
            var offenders = lacking.Select(static access => access.MemberName).Distinct().Count();
            var cover = WeightOf(guarded) / (WeightOf(guarded) + WeightOf(lacking));
            var enough = cover >= LeastCover && members >= 2 || cover >= 0.5 && members >= 2 && offenders == 1 || IsFirstLook(guarded, lacking, inside);
            if (enough && cover > bestCover)
                (best, bestCover) = (candidate, cover);
        }

        return best;
    }

    /// <summary>
    /// One member looks into a collection first without the lock, and then again, and fills it, under the lock: that is right
    /// for a reference, not for what a collection holds while others add to it.
    /// </summary>
    private static bool IsFirstLook(Effect[] guarded, Effect[] lacking, HashSet<string> inside) =>
        lacking.Length > 0 && Array.TrueForAll(lacking, access => access is { IsContent: true, Writes: false, Locks.IsEmpty: true } && (access.Kind & AccessKind.Neutral) == 0 && inside.Contains(access.BodyId))
        && Array.Exists(guarded, static access => access is { IsContent: true, Writes: true }) && Array.Exists(guarded, access => !access.Writes && access.BodyId == lacking[0].BodyId);

    /// <summary>Only one member changes the state without the guard: more likely forgotten there than meant.</summary>
    public static bool IsBrokenOnce(IEnumerable<Effect> accesses, AccessPath guard) =>
        accesses.Where(access => access.Writes && !access.Locks.Protects(guard.Key, writes: true)).Select(static access => access.BodyId).Distinct().Count() == 1;

    private static double WeightOf(Effect[] accesses)
    {
        var sum = 0.0;
        foreach (var access in accesses)
            sum += WeightOf(access);
        return sum;
    }

    /// <summary>In how many members the accesses stand; a helper's count for those that call it, but what stands in an open member counts there alone.</summary>
    private static int MembersOf(IEnumerable<Effect> accesses, Func<Effect, string?> siteOf) => accesses
        .GroupBy(static access => access.Place)
        .SelectMany(static place => place.Any(static access => access.Trace.IsEmpty) ? place.Where(static access => access.Trace.IsEmpty) : place)
        .Select(siteOf).Distinct().Count(static site => site is not null);

    /// <summary>
    /// A lock that guards the state in some member, and other states in others, too rarely to be inferred: enough to doubt
    /// a change that is made without it. Null where there is none, or where one lock is as likely as another.
    /// </summary>
    /// <param name="holders">In how many members of the type a lock is held.</param>
    /// <param name="inherits">Whether the first type derives from the second.</param>
    public static AccessPath? Suspect(IReadOnlyCollection<Effect> accesses, Func<Effect, AccessPath, int> holders, Func<string, string, bool> inherits)
    {
        AccessPath? found = null;
        foreach (var candidate in accesses.SelectMany(static access => access.Locks.Held).Select(static held => held.Path).Where(static path => !path.IsContent && path.Root is RootKind.This or RootKind.Static).Distinct().OrderBy(static path => path.Key, StringComparer.Ordinal))
        {
            var holding = accesses.Where(access => access.Locks.Contains(candidate.Key)).ToArray();
            var lacking = accesses.Where(access => !access.Locks.Protects(candidate.Key, access.Writes)).ToArray();
            if (holders(holding[0], candidate) < 2 || IsOfOther(candidate, accesses.First(), inherits) || lacking.Any(static access => !access.Locks.IsEmpty && !access.Locks.Held.Any(static held => held.Mode == LockMode.Shared)))
                continue;

            // A member that does both knows the lock; one that changes the state without it everywhere may be its only thread.
            var (inside, outside) = (new HashSet<string>(holding.Select(static access => access.MemberName), StringComparer.Ordinal), new HashSet<string>(lacking.Select(static access => access.MemberName), StringComparer.Ordinal));
            if (outside.Count > 1 || inside.IsSubsetOf(outside) && !lacking.All(access => access.Locks.Contains(candidate.Key)))
                continue;
            if (found is not null)
                return null;
            found = candidate;
        }

        return found;
    }

    /// <summary>
    /// The lock is its base's own: a template takes it around its steps, and the type cannot take it for a state that it adds.
    /// Or the state is that of another object, to which the type comes now and then with its lock held.
    /// </summary>
    private static bool IsOfOther(AccessPath guard, Effect access, Func<string, string, bool> inherits) =>
        guard.Storage is { IsStatic: false } gate && guard is { Root: RootKind.This, Steps.Length: 1 } && access.Path is { Root: RootKind.This, Storage: { } state } && gate.OwnerId != state.OwnerId
        && (gate.IsPrivate && inherits(state.OwnerId, gate.OwnerId) || access.Path.Steps.Count(static step => step.Kind == StepKind.Field) > 1);

    /// <summary>A property that hands the state in or out may be there for who is alone with the object.</summary>
    private static double WeightOf(Effect access) => access.Trace.IsEmpty && IsAccessor(access) && access.Locks.IsEmpty ? 0.5 * PlainWeightOf(access) : PlainWeightOf(access);

    private static bool IsAccessor(Effect access) => access is { IsContent: false, IsUpdate: false } && (access.BodyId.IndexOf(".get_", StringComparison.Ordinal) >= 0 || access.BodyId.IndexOf(".set_", StringComparison.Ordinal) >= 0);

    private static double PlainWeightOf(Effect access) => access switch
    {
        { Kind: var kind } when (kind & AccessKind.Neutral) != 0 => 0.25,
        { IsContent: true, Writes: true } => 2,
        { IsUpdate: true } => 3,
        { Writes: true } => 2,
        _ => 1,
    };
}
