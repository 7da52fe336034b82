using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Locks;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// A lock that one member alone takes keeps its own runs apart: they come at once, or it would not be there. Whoever takes away
/// without it what that member has just made, or found there, comes between as well. Where a member makes an object on demand
/// and goes on with it, that is a null that it does not expect.
/// </summary>
internal static class LoneGuards
{
    /// <param name="accesses">What callers can reach of one state, one effect a place and member.</param>
    /// <param name="uses">The same, each with the member that comes to it.</param>
    public static void Find(IReadOnlyCollection<Effect> accesses, Use[] uses, GuardVerdict told)
    {
        FindResets(accesses, uses, told);
        if (accesses.First().Path.Storage is not { IsReferenceType: true, IsEvent: false, IsLocal: false } || !accesses.Any(IsTakenAway))
            return;
        foreach (var made in accesses.Where(static write => write is { Writes: true, IsContent: false, IsAtomic: false } && (write.Kind & AccessKind.Constant) == 0))
            foreach (var held in made.Locks.Held.Where(static held => held is { Mode: LockMode.Exclusive, Path.IsContent: false }))
                if (UseOf(made, held.Path.Key, accesses) is { } use && accesses.All(access => access.BodyId == made.BodyId || IsTakenAway(access) || access is { Writes: false, Locks.IsEmpty: true }))
                    foreach (var taken in accesses.Where(access => access.BodyId != made.BodyId && IsTakenAway(access) && Judge.Conflict(access, use, sameFork: false)))
                        told.AddOffender(taken, FlowText.Caller(taken.MemberName), use, FlowText.Caller(use.MemberName), Harm.TakenAway, Tier.B);
    }

    /// <summary>
    /// A number that is only ever counted under the lock, and set back without it: who is counting at that moment stores what he
    /// has counted before. A member that sets it back for the flows that it starts itself, and for no others, begins anew.
    /// </summary>
    private static void FindResets(IReadOnlyCollection<Effect> accesses, Use[] uses, GuardVerdict told)
    {
        if (accesses.First().Path is not { EndsInElement: false, Storage: { IsReferenceType: false, IsBool: false, IsEvent: false, IsLocal: false, IsVolatile: false } })
            return;
        var updates = accesses.Where(Judge.IsLossy).ToArray();
        if (updates.Length == 0)
            return;
        foreach (var held in updates[0].Locks.Held.Where(static held => held is { Mode: LockMode.Exclusive, Path.IsContent: false }))
            if (Array.TrueForAll(updates, update => update.Locks.Protects(held.Path.Key, writes: true)))
                foreach (var reset in accesses.Where(access => access is { Writes: true, IsUpdate: false, IsAtomic: false, IsContent: false, Locks.IsEmpty: true } && (access.Kind & AccessKind.Constant) != 0
                    && !IsEnd(access.MemberName) && !accesses.Any(own => own.BodyId == access.BodyId && own.Locks.Contains(held.Path.Key)) && Judge.Conflict(access, updates[0], sameFork: false)
                    && Array.Exists(uses, use => !IsIn(use.Summary.Body.MemberId, access) && Array.Exists(updates, update => update.Place == use.Effect.Place))))
                    told.AddOffender(reset, FlowText.Caller(reset.MemberName), updates[0], FlowText.Caller(updates[0].MemberName), Harm.LostUpdate, Tier.B);
    }

    private static bool IsIn(string member, Effect access) =>
        access.BodyId.StartsWith(member, StringComparison.Ordinal) && (access.BodyId.Length == member.Length || access.BodyId[member.Length] == '|');

    /// <summary>Found missing, made, and read once more, all under the lock: the read that goes by what was found or made.</summary>
    private static Effect? UseOf(Effect made, string lockKey, IEnumerable<Effect> accesses)
    {
        var own = accesses.Where(access => access.BodyId == made.BodyId && access.Trace.IsEmpty && access is { Writes: false, IsContent: false } && access.Locks.Contains(lockKey)).ToArray();
        return own.Any(test => (test.Kind & AccessKind.NullTest) != 0 && test.Place.Span.Start < made.Place.Span.Start)
            ? own.Where(use => (use.Kind & (AccessKind.NullTest | AccessKind.NullSafe | AccessKind.Test)) == 0 && use.Place.Span.Start > made.Place.Span.End).OrderBy(static use => use.Place).FirstOrDefault()
            : null;
    }

    /// <summary>What ends the object is not meant to meet its uses; what only takes back what was made is.</summary>
    private static bool IsTakenAway(Effect write) =>
        write is { Writes: true, IsContent: false, IsAtomic: false, Locks.IsEmpty: true } && (write.Kind & AccessKind.Null) != 0
        && !IsEnd(write.MemberName);

    private static bool IsEnd(string member) =>
        Teardown.Is(member) && !member.StartsWith("Reset", StringComparison.Ordinal) && !member.StartsWith("Clear", StringComparison.Ordinal);
}
