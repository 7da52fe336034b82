using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// What a collection holds is changed under a lock, and a member takes the collection away without it, to go on with it alone:
/// another that holds the lock has just found it in the field, and changes it still. That the exchange of the reference is one
/// step does not help.
/// </summary>
internal static class TakenOver
{
    public static void Find(ProgramIndex program, IReadOnlyCollection<IGrouping<AccessPath, Use>> byState, ConflictTable table)
    {
        Dictionary<AccessPath, Effect[]>? holders = null;
        foreach (var state in byState)
        {
            if (!state.Key.IsContent || state.Key.Parent is not { Root: RootKind.This or RootKind.Static, Storage: { IsReadOnly: false, IsLocal: false } } || GuardOf(state) is not { } guard)
                continue;
            holders ??= byState.Where(static other => !other.Key.IsContent).ToDictionary(static other => other.Key, static other => other.Select(static use => use.Effect).ToArray());
            if (!holders.TryGetValue(state.Key.Parent, out var uses))
                continue;
            var changes = state.Select(static use => use.Effect).Where(static effect => effect.Writes).OrderBy(static effect => effect.Place).ToArray();
            foreach (var taking in GuardConflicts.OnePerPlace(uses.Where(use => IsTaking(program, use, uses, changes))))
                if (changes.FirstOrDefault(change => change.MemberName != taking.MemberName && Judge.Conflict(taking, change, sameFork: false)) is { } other)
                    table.AddOffender(taking with { Kind = taking.Kind & ~AccessKind.Atomic }, FlowText.Caller(taking.MemberName), other, FlowText.Caller(other.MemberName), Harm.Corruption, Tier.B);
        }

        bool IsGuarded(Effect change, string key) => change.Locks.Protects(key, writes: true);

        // The lock under which all changes are made.
        HeldLock? GuardOf(IEnumerable<Use> uses)
        {
            var changes = uses.Select(static use => use.Effect).Where(static effect => effect.Writes).ToArray();
            return changes.Length == 0 || Array.Exists(changes, static change => change.IsWeak || change.Locks.HasUnknown || (change.Kind & (AccessKind.Unproven | AccessKind.Unknown | AccessKind.Neutral)) != 0) ? null
                : changes[0].Locks.Held.FirstOrDefault(held => held is { Mode: LockMode.Exclusive, Path: { IsContent: false, Root: RootKind.This or RootKind.Static } } && Array.TrueForAll(changes, change => IsGuarded(change, held.Path.Key)));
        }
    }

    /// <summary>The exchange as it is for who changes the object under a lock: that it is one step does not keep him out.</summary>
    public static Effect AsSeenBy(Effect change, Effect replacement, ProgramIndex program) =>
        replacement is { IsAtomic: true, Locks.IsEmpty: true } && !change.Locks.IsEmpty && IsExchange(program, replacement) ? replacement with { Kind = replacement.Kind & ~AccessKind.Atomic } : replacement;

    private static bool IsExchange(ProgramIndex program, Effect write) => write.IsUpdate && program.Body(write.BodyId)?.Root.All().OfType<Call>()
        .Any(call => call is { IsDropped: false, Method: { TypeId: "T:System.Threading.Interlocked", Name: "Exchange" } } && call.Span.Contains(write.Place.Span)) == true;

    /// <summary>Puts another object in its place, and keeps what was there: in one step, or where several members keep to the lock, in two.</summary>
    private static bool IsTaking(ProgramIndex program, Effect write, Effect[] uses, Effect[] changes)
    {
        if (write is not { Writes: true, IsContent: false, IsWeak: false, Locks: { IsEmpty: true, HasUnknown: false } } || Teardown.Is(write.MemberName))
            return false;
        if (write.IsAtomic)
            return IsExchange(program, write);
        return (write.StoresFresh || (write.Kind & AccessKind.Null) != 0) && changes.Select(static change => change.MemberName).Distinct().Count() > 1
            && uses.Any(read => read.BodyId == write.BodyId && read is { Writes: false, Locks.IsEmpty: true } && (read.Kind & (AccessKind.NullTest | AccessKind.Test | AccessKind.Dereference)) == 0 && read.Place.Span.End <= write.Place.Span.Start);
    }
}
