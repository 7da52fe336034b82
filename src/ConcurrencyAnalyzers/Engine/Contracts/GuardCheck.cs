using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Contracts;

/// <summary>
/// Holds every access of guarded state, and every call that requires a lock, against the locks held there. Exact, body
/// by body as Clang's Thread Safety Analysis does it, with two helps: locks that helpers take and release are known,
/// and a private helper need not repeat the contract that all its callers keep.
/// </summary>
internal sealed class GuardCheck(SummaryTable table, EntryLocks entry, ConstructionPhase construction)
{
    /// <summary>What the body's own accesses break.</summary>
    /// <param name="guardOf">The contract of a field; null for none.</param>
    public IEnumerable<Breach> Accesses(Summary summary, Func<FieldFacts, LockName?> guardOf)
    {
        var body = summary.Body;
        var held = HeldOnEntry(body);
        foreach (var effect in summary.Effects)
        {
            if (!effect.Trace.IsEmpty || effect.BodyId != body.Id || effect.IsInvocation || effect.IsSignal)
                continue;
            foreach (var (field, owner) in Guarded(effect.Path))
            {
                if (guardOf(field) is not { } name || table.Resolve(name, owner) is not { } guard || construction.Covers(body, owner ?? effect.Path))
                    continue;
                var locks = effect.Locks.Union(held);
                var mode = locks.ModeOf(guard.Key);
                if (mode is null && locks.HasUnknown || mode == LockMode.Exclusive || mode is not null && !effect.Writes)
                    continue;
                yield return new(effect.Place, mode is null ? BreachKind.Unguarded : BreachKind.SharedMode, field.Name) { Lock = name, State = field, Access = effect, IsOnMember = true };
            }
        }
    }

    /// <summary>Calls and starts of members that require a lock which is not held.</summary>
    public IEnumerable<Breach> Calls(Summary summary)
    {
        var body = summary.Body;
        foreach (var site in summary.Calls)
            foreach (var name in table.Program.RequiredLocks(site.TargetId))
            {
                // On an object without a name, any lock may be its own.
                var locks = site.HeldByCaller.Union(HeldOnEntry(body));
                if (!name.IsKnown || name.Steps is [{ IsLocal: true }, ..] || table.Resolve(name, site.Receiver) is var guard && guard is null && !locks.IsEmpty
                    || site.Receiver is { } receiver && construction.Covers(body, receiver))
                    continue;
                if (guard is null || !locks.Contains(guard.Key) && !locks.HasUnknown)
                    yield return new(site.Place, BreachKind.UnguardedCall, NameOf(site.TargetId)) { Lock = name, IsOnMember = true };
            }

        foreach (var fork in summary.Forks.Where(static fork => fork.Id.IndexOf('>') < 0))
            foreach (var target in fork.Bodies)
                foreach (var name in table.Program.RequiredLocks(target).Where(static name => name.IsKnown))
                    yield return new(fork.Place, BreachKind.UnguardedCall, NameOf(target)) { Lock = name, IsOnMember = true };
    }

    /// <summary>
    /// What the callers of a body surely hold. A function that is handed to somebody unknown while a lock is held may run
    /// at once or later: of it nothing is said.
    /// </summary>
    private LockSet HeldOnEntry(BodyFacts body)
    {
        // What is public promises nothing about its callers, even while all of them are here.
        var held = body.IsPublic && !body.IsNested ? LockSet.Empty : entry.Of(body);
        return body.IsNested && held.IsEmpty && !entry.IsStarted(body.Id) && !entry.IsCalled(body.Id) && IsWrittenUnderLock(body) ? LockSet.Empty.AddUnknown() : held;
    }

    private bool IsWrittenUnderLock(BodyFacts body)
    {
        for (var outer = Around(body); outer is not null; outer = Around(outer))
            if (!outer.RequiredLocks.IsEmpty || !HeldOnEntry(outer).IsEmpty || outer.IsSynchronized || TakesLockAround(outer, body))
                return true;
        return false;
    }

    private bool TakesLockAround(BodyFacts outer, BodyFacts body) => outer.Root.All().Any(node =>
        node is LockRegion region && region.Span.Contains(body.Span)
        || node is Call call && call.Span.Start < body.Span.Start && table.Program.Knowledge.RoleOf(call.Method.Key) is >= Knowledge.MemberRole.LockEnter and <= Knowledge.MemberRole.LockWait);

    private BodyFacts? Around(BodyFacts body) => body.EnclosingId is { } id ? table.Program.Body(id) : null;

    /// <summary>
    /// The fields along a path that the access touches, each with the object that holds it (null for statics): the last
    /// one, and those before it that are never read by themselves because they never change.
    /// </summary>
    private static IEnumerable<(FieldFacts Field, AccessPath? Owner)> Guarded(AccessPath path)
    {
        var last = -1;
        for (var i = 0; i < path.Steps.Length; i++)
            if (path.Steps[i].Kind == StepKind.Field)
                last = i;
        if (path is { Root: RootKind.Static, RootField: { } field } && (last < 0 || field.IsReadOnly))
            yield return (field, null);
        for (var i = 0; i <= last; i++)
            if (path.Steps[i] is { Kind: StepKind.Field, Field: { } step } && (i == last || step.IsReadOnly))
                yield return (step, path.Prefix(i));
    }

    private string NameOf(string bodyId)
    {
        if (table.Program.Body(bodyId) is { DisplayName: var name })
            return name;
        var key = SymbolFacts.KeyOf(bodyId);
        return key.Substring(key.LastIndexOf('.') + 1);
    }
}
