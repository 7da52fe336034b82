using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Locks;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// A value wider than a word takes two steps to store: who stores it under a lock, always, has seen to it that nobody reads one
/// half of each. One member that does so is enough, for the reader without the lock has nothing else to rely on.
/// </summary>
internal static class TornReads
{
    /// <param name="accesses">What callers can reach of one state, one effect a place and member.</param>
    public static void Find(IReadOnlyCollection<Effect> accesses, GuardVerdict told)
    {
        if (accesses.First().Path is not { EndsInElement: false, Storage: { Shape: WordShape.Wide, IsEvent: false, IsLocal: false } storage } || storage.Safety == TypeSafety.ThreadSafe)
            return;
        var writes = accesses.Where(static access => access.Writes).ToArray();
        if (writes.FirstOrDefault(static write => !write.IsAtomic && (write.Kind & AccessKind.Constant) == 0) is not { } stored)
            return;
        foreach (var held in stored.Locks.Held.Where(static held => held is { Mode: LockMode.Exclusive, Path.IsContent: false }))
            if (Array.TrueForAll(writes, write => write.Locks.Protects(held.Path.Key, writes: true)))
                foreach (var read in accesses.Where(access => access is { Writes: false, IsContent: false, IsAtomic: false, Locks.IsEmpty: true } && (access.Kind & AccessKind.Neutral) == 0 && !accesses.Any(own => own.BodyId == access.BodyId && own.Locks.Contains(held.Path.Key))))
                    if (Judge.Conflict(read, stored, sameFork: false))
                        told.AddOffender(read, FlowText.Caller(read.MemberName), stored, FlowText.Caller(stored.MemberName), Harm.Tearing, Tier.B);
    }
}
