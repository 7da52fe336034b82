using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Members that read two fields without the lock under which both are always written together: each word is whole, but one
/// can be of the last update and the other of the one before (the high-level data race of Artho et al., 2003).
/// </summary>
internal static class TornPairs
{
    /// <param name="accesses">What callers of a type can reach.</param>
    public static void Find(IEnumerable<(Summary Summary, Effect Effect)> accesses, ConflictTable table)
    {
        var effects = accesses.Select(static access => access.Effect).ToArray();
        var contents = effects.Where(static effect => effect is { IsContent: true, Path: { Root: RootKind.This, IsContent: true } }).ToLookup(static effect => (effect.BodyId, effect.Path.Parent));
        var ofTypes = effects
            .Where(static effect => effect is { IsContent: false, IsAtomic: false, IsWeak: false, Locks.HasUnknown: false, Path: { Root: RootKind.This, Steps: [{ Kind: StepKind.Field, Field: { IsVolatile: false, IsDelegate: false, IsEvent: false } }] } })
            .GroupBy(static effect => effect.Path.Storage!.OwnerId);
        foreach (var type in ofTypes)
            if (type.Any(static effect => effect.Writes && effect.Locks.Held.Any()))
                FindIn(type.ToArray(), contents, table);
    }

    private static void FindIn(Effect[] accesses, ILookup<(string, AccessPath), Effect> contents, ConflictTable table)
    {
        var writes = accesses.Where(static effect => effect.Writes).ToLookup(static effect => effect.Path);
        var reads = accesses.Where(static effect => effect is { Writes: false, Locks.IsEmpty: true, Trace.IsEmpty: true } && (effect.Kind & (AccessKind.NullTest | AccessKind.Poll)) == 0)
            .GroupBy(static effect => effect.BodyId).OrderBy(static body => body.Key, StringComparer.Ordinal);
        foreach (var body in reads)
        {
            var places = GuardConflicts.OnePerPlace(body).OrderBy(static read => read.Place).ToArray();
            foreach (var read in places)
                if (places.Where(other => !other.Path.Equals(read.Path) && !IsHint(read, other, writes, contents) && !IsHint(other, read, writes, contents)).Select(other => Together(writes[read.Path].ToArray(), writes[other.Path].ToArray(), countsUpdates: AreCombined(read, other))).FirstOrDefault(static write => write is not null) is { } write
                    && !accesses.Any(access => access.BodyId == read.BodyId && access.Locks.Held.Any()))
                    table.AddOffender(read, FlowText.Caller(read.MemberName), write, FlowText.Caller(write.MemberName), Harm.TornPair, Tier.B);
        }
    }

    /// <summary>A write of the first in a body that writes both, where both are only ever written under one lock; null where there is none.</summary>
    /// <param name="countsUpdates">Counts that go up together; who reads them one by one for a report does no harm.</param>
    private static Effect? Together(Effect[] ones, Effect[] others, bool countsUpdates)
    {
        if (ones.Length == 0 || others.Length == 0 || ones.Concat(others).All(static write => (write.Kind & AccessKind.Constant) != 0))
            return null;
        foreach (var held in ones[0].Locks.Held)
            if (ones.Concat(others).All(write => write.Locks.Protects(held.Path.Key, writes: true)))
                return ones.FirstOrDefault(one => one.Trace.IsEmpty && (one.Kind & AccessKind.Constant) == 0 && (countsUpdates || !one.IsUpdate)
                    && others.Any(other => other.Trace.IsEmpty && other.BodyId == one.BodyId && (other.Kind & AccessKind.Constant) == 0 && (countsUpdates || !other.IsUpdate)));
        return null;
    }

    /// <summary>
    /// A flag that is looked at before what a reference holds is walked from end to end, where the reference is never null and what
    /// it holds is made anew each time: whichever is found, the walk is right.
    /// </summary>
    private static bool IsHint(Effect flag, Effect walked, ILookup<AccessPath, Effect> writes, ILookup<(string, AccessPath), Effect> contents) =>
        flag.Path.Storage is { IsBool: true } && (flag.Kind & AccessKind.Test) != 0
        && writes[walked.Path].All(static write => write.StoresFresh && (write.Kind & (AccessKind.Null | AccessKind.MaybeNull | AccessKind.Constant)) == 0)
        && contents[(walked.BodyId, walked.Path)].ToArray() is { Length: > 0 } uses && Array.TrueForAll(uses, static use => !use.Writes && (use.Kind & AccessKind.Enumerate) != 0);

    /// <summary>An average: one is divided by the other.</summary>
    private static bool AreCombined(Effect read, Effect other) => (read.Kind & other.Kind & AccessKind.Factor) != 0;
}
