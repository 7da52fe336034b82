using ConcurrencyAnalyzers.Engine.Contracts;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Accesses that break what their type shows by its own locks: without the guard, under another lock, under a read lock
/// where they write, under an instance's lock where the state is static, or under the lock of another object.
/// </summary>
internal sealed class GuardConflicts
{
    /// <summary>Guarded accesses that one unguarded access is held against.</summary>
    private const int MaxWitnesses = 8;

    private readonly GuardInquiry _asked;
    private readonly GuardVerdict _told;

    private GuardConflicts(GuardInquiry asked, GuardVerdict told) => (_asked, _told) = (asked, told);

    /// <param name="accesses">All accesses to one state that callers can reach.</param>
    /// <param name="endings">Accesses that end the object under a lock: they show the guard, and break none.</param>
    /// <param name="ofOthers">Accesses to the same field of other objects, as those see them.</param>
    /// <param name="family">Which of several groups of types that share no object.</param>
    public static void Find(GuardUses uses, Use[] accesses, Use[] endings, Use[] ofOthers, int family, ContractInference inference, ConflictTable table)
    {
        var path = accesses[0].Effect.Path;
        if (path.Storage is { Guard.IsKnown: true })
            return;
        if (IsFree(accesses) && IsFree(endings) && IsFree(ofOthers))
        {
            inference.Add(path, null);
            return;
        }

        var memory = accesses[0].Summary.Entrance;
        var verdict = memory.VerdictOn(path, family);
        if (verdict is null || !verdict.IsOn(accesses, endings, ofOthers) || !verdict.Holds(uses))
        {
            var asked = new GuardInquiry(uses);
            verdict = new(accesses, endings, ofOthers, asked);
            new GuardConflicts(asked, verdict).Find(accesses, endings, ofOthers);
            memory.Keep(path, family, verdict.Closed());
        }

        verdict.Tell(table, inference);
    }

    private void Find(Use[] accesses, Use[] endings, Use[] ofOthers)
    {
        var worst = Worst(accesses);
        var all = worst.Count;
        worst.RemoveAll(static effect => effect.IsWeak);
        var isKnown = worst.Count == all && !worst.Any(static effect => effect.Locks.HasUnknown);
        var voters = worst.Concat(ShownElsewhere(worst, Worst(endings).Concat(Worst(ofOthers)))).ToList();
        var inferred = Guards.Infer(voters, _asked.SiteOf);
        _told.Guard = !isKnown ? null : voters.Count == worst.Count ? inferred : Guards.Infer(worst, _asked.SiteOf);
        if (inferred is { } guard)
        {
            AgainstGuard(worst, voters, guard, static _ => true);
            OfOthers(worst, guard, ofOthers);
        }
        else if (!isKnown)
        {
            return;
        }
        else if (Guards.Suspect(worst, _asked.HoldersOf, _asked.Inherits) is { } suspect)
        {
            AgainstGuard(worst, worst, suspect, IsDamage);
            TornReads.Find(worst, _told);
        }
        else if (!worst.TrueForAll(IsMarked))
        {
            BetweenLocks(worst);
            LoneGuards.Find(worst, accesses, _told);
            TornReads.Find(worst, _told);
        }
    }

    /// <summary>
    /// A lock that is taken as a reader's wherever the object is used, and exclusively only where it ends: it says that a use is under
    /// way, so that the end waits for it. That uses meet it does not say.
    /// </summary>
    private bool IsMarked(Effect access) => access.Locks.Held is [{ Mode: Locks.LockMode.Shared, Path.Key: var key }] && _asked.IsMark(key);

    /// <summary>
    /// Places that no other member leads to, under a lock of the object: who reaches in from outside, or ends the object,
    /// keeps to its guard.
    /// </summary>
    private static IEnumerable<Effect> ShownElsewhere(List<Effect> own, IEnumerable<Effect> others)
    {
        var places = new HashSet<Place>(own.Select(static effect => effect.Place));
        return others.Where(effect => effect is { IsWeak: false, Locks.HasUnknown: false } && effect.Locks.Held.Any(static held => held.Path.Root is RootKind.This or RootKind.Static) && !places.Contains(effect.Place));
    }

    private static bool IsFree(Use[] accesses) => Array.TrueForAll(accesses, static access => access.Effect.Locks.IsEmpty);

    /// <param name="voters">The accesses, and others that show the guard.</param>
    private void AgainstGuard(List<Effect> accesses, List<Effect> voters, AccessPath guard, Func<Effect, bool> counts)
    {
        var own = voters.ToArray();
        var isBrokenOnce = Guards.IsBrokenOnce(voters, guard);
        var guarded = OnePerPlace(voters.Where(effect => effect.Locks.Contains(guard.Key))).OrderBy(static effect => effect.Writes ? 0 : 1).Take(MaxWitnesses).ToArray();
        var isForOthers = guarded.Length > 0 && _asked.IsDataOfOthers(guard);
        foreach (var here in OnePerPlace(accesses.Where(effect => !effect.Locks.Protects(guard.Key, effect.Writes))).Where(counts))
        {
            // One step, done with the lock and without it: it is there for what else is done with it.
            if (isForOthers && guarded.Any(there => there.Place == here.Place) || _asked.IsOfOneWriter(here))
                continue;
            foreach (var there in guarded)
                if (Judge.Conflict(here, here.Locks.IsEmpty ? there with { Locks = there.Locks.RemoveUnknown() } : there, sameFork: false, underKeys: true))
                    _told.AddOffender(here, FlowText.Caller(here.MemberName), there, FlowText.Caller(there.MemberName), HarmAgainst(here, there, own, isBrokenOnce), Tier.B);
        }
    }

    /// <summary>The lock of some object of the state's type, held through a variable that is given one or the other: two are locked in their order.</summary>
    public static bool MayHold(Effect access)
    {
        foreach (var held in access.Locks.Held)
            if (held.Path is { Root: RootKind.Local, RootField.IsParameter: false, Steps: [{ Field: { } gate }] } && gate.OwnerId == access.Path.Storage?.OwnerId && held.Path.RootKey != access.Path.RootKey)
                return true;
        return false;
    }

    /// <summary>The field of another object is changed under no lock, or under this object's lock: not under that object's.</summary>
    private void OfOthers(List<Effect> accesses, AccessPath guard, Use[] ofOthers)
    {
        if (ofOthers.Length == 0)
            return;
        var guarded = OnePerPlace(accesses.Where(effect => effect.Locks.Contains(guard.Key))).OrderBy(static effect => effect.Writes ? 0 : 1).Take(MaxWitnesses).ToArray();
        foreach (var here in OnePerPlace(Worst(ofOthers)).Where(IsDamage))
            if (!_asked.IsOwn(here, guard.Key) && !here.Locks.HasUnknown && here.Locks.Held.All(held => guard.Storage is { } lockField && lockField.Equals(held.Path.Storage)) && !here.Locks.Contains(guard.Key))
                foreach (var there in guarded)
                    if (there.Place != here.Place && !_asked.Exclude(here, there))
                        _told.AddOffender(here, FlowText.Caller(here.MemberName), there, FlowText.Caller(there.MemberName), HarmAgainst(here, there, [here, there]), Tier.B);
    }

    /// <summary>Every access holds some lock, and two that may not meet hold different ones; or all hold a lock of their own instance, and the state is static.</summary>
    private void BetweenLocks(List<Effect> accesses)
    {
        if (accesses.Any(static effect => effect.Locks.IsEmpty))
            return;
        var places = OnePerPlace(accesses).ToArray();
        for (var i = 0; i < places.Length; i++)
            for (var j = i; j < places.Length; j++)
            {
                var (here, there) = (places[i], places[j]);
                if (i == j ? !IsInstanceGuardOfStatic(here) : here.MemberName == there.MemberName && here.BodyId == there.BodyId)
                    continue;
                if (!IsDamage(here) && !IsDamage(there) || !Judge.Conflict(WithoutInstanceLocks(here), WithoutInstanceLocks(there), sameFork: false))
                    continue;
                var (ours, theirs) = (places.Count(place => SharesLock(place, here)), places.Count(place => SharesLock(place, there)));
                if (ours == theirs)
                    _told.Add(here, FlowText.Caller(here.MemberName), there, FlowText.Caller(there.MemberName), HarmAgainst(here, there, [here, there]), Tier.B);
                else if (ours < theirs)
                    _told.AddOffender(here, FlowText.Caller(here.MemberName), there, FlowText.Caller(there.MemberName), HarmAgainst(here, there, [here, there]), Tier.B);
                else
                    _told.AddOffender(there, FlowText.Caller(there.MemberName), here, FlowText.Caller(here.MemberName), HarmAgainst(there, here, [here, there]), Tier.B);
            }
    }

    private static bool SharesLock(Effect one, Effect other)
    {
        foreach (var held in one.Locks.Held)
            if (other.Locks.Contains(held.Path.Key))
                return true;
        return false;
    }

    /// <summary>A change that corrupts or loses something when it is not alone.</summary>
    private static bool IsDamage(Effect effect) => effect is { IsAtomic: false, IsContent: true, Writes: true } || Judge.IsLossy(effect) && effect.Path.Storage is { IsEvent: false };

    private static bool IsInstanceGuardOfStatic(Effect effect) => effect.Path.Root == RootKind.Static && effect.Locks.Held.All(static held => IsOfInstance(held.Path));

    /// <summary>A field of this object, or of one that was made here.</summary>
    private static bool IsOfInstance(AccessPath path) => path.Root == RootKind.This || path is { Root: RootKind.Object, Steps: [.., { Kind: StepKind.Field, Field.IsStatic: false }] };

    /// <summary>Instances of a type have a lock each: what is static has nothing from it.</summary>
    private static Effect WithoutInstanceLocks(Effect effect)
    {
        if (effect.Path.Root != RootKind.Static)
            return effect;
        var locks = effect.Locks;
        foreach (var held in effect.Locks.Held)
            if (IsOfInstance(held.Path))
                locks = locks.Remove(held.Path);
        return effect with { Locks = locks };
    }

    public static IEnumerable<Effect> OnePerPlace(IEnumerable<Effect> effects) => effects.GroupBy(static effect => effect.Place).Select(static same => same.First() is { Settings.IsEmpty: false } first ? first with { Settings = Setting.Meet(same) } : same.First());

    /// <param name="countsGates">To set what was tested is an act of its own, not just another word stored.</param>
    private static Harm HarmAgainst(Effect here, Effect there, Effect[] own, bool countsGates = false)
    {
        var harm = HarmOfPair(here, there, own);
        if (harm == Harm.StaleWord && countsGates && there is { Writes: true, Trace.IsEmpty: true } && there.BodyId != here.BodyId && IsGate(here, own))
            return Harm.BrokenCheck;

        // The other side only reads: what is lost is lost to another thread that does as this one does. One end of a
        // connection has one user, as long as none is seen beside it.
        return harm == Harm.StaleWord && IsDamage(here) && (here.Kind & (AccessKind.Receive | AccessKind.Send)) == 0 ? HarmOfPair(here, here, own) : harm;
    }

    /// <summary>
    /// A reference is tested, used and set to null, or a flag tested and set: two threads at once both pass, or one undoes what
    /// the other has just stored. Only where it is done in the member itself: on long ways locks are held for other reasons.
    /// </summary>
    private static bool IsGate(Effect write, Effect[] own) =>
        write is { Writes: true, IsContent: false, IsAtomic: false } && (write.Kind & AccessKind.Constant) != 0 && write.Path.Storage is { IsReferenceType: true } or { IsBool: true }
        && own.Any(direct => direct.Place == write.Place && direct.Trace.IsEmpty)
        && own.Any(read => read.BodyId == write.BodyId && read.Path.Equals(write.Path) && read is { Reads: true, Writes: false } && (read.Kind & AccessKind.Test) != 0 && read.Place.Span.Start < write.Place.Span.Start);

    private static Harm HarmOfPair(Effect here, Effect there, Effect[] own)
    {
        if (here.IsAtomic || here.Operator == "??=" || (here.Kind & AccessKind.Constant) != 0 && !here.IsContent && here.Path.Storage is { IsBool: true })
            return Harm.StaleWord;
        return Judge.HarmOf(here, there, effect => ForkConflicts.Checks(effect, own));
    }

    /// <summary>One effect per place and member, with the fewest locks under which it is reached.</summary>
    public static List<Effect> Worst(Use[] accesses)
    {
        var worst = new List<Effect>();
        var bodies = new List<string>();

        // By place, the last effect there; by effect, the one before it at the same place.
        var last = new Dictionary<Place, int>();
        var former = new List<int>();
        foreach (var (summary, effect) in accesses)
        {
            var at = last.TryGetValue(effect.Place, out var known) ? known : -1;
            while (at >= 0 && bodies[at] != summary.Body.Id)
                at = former[at];
            if (at >= 0)
            {
                worst[at] = Meet(worst[at], effect);
                continue;
            }

            former.Add(last.TryGetValue(effect.Place, out var before) ? before : -1);
            last[effect.Place] = worst.Count;
            bodies.Add(summary.Body.Id);
            worst.Add(effect.MemberName == summary.Body.DisplayName ? effect : effect with { MemberName = summary.Body.DisplayName });
        }

        return worst.Count < 2 ? worst : worst.OrderBy(static effect => effect.Place).ToList();
    }

    private static Effect Meet(Effect left, Effect right)
    {
        if (!left.Joined.IsEmpty && !ReferenceEquals(left.Joined, right.Joined))
            left = left with { Around = left.Around with { Joined = left.Joined.Intersect(right.Joined) } };
        var locks = left.Locks.Intersect(right.Locks);
        var claimed = ReferenceEquals(left.Claimed, right.Claimed) ? left.Claimed : left.Claimed.Intersect(right.Claimed);
        var admitted = ReferenceEquals(left.Admitted, right.Admitted) ? left.Admitted : left.Admitted.Intersect(right.Admitted);
        var settings = ReferenceEquals(left.Settings, right.Settings) ? left.Settings : left.Settings.Intersect(right.Settings);
        return ReferenceEquals(locks, left.Locks) && claimed.Count == left.Claimed.Count && admitted.Count == left.Admitted.Count && settings.Count == left.Settings.Count
            ? left
            : left with { Locks = locks, Claimed = claimed, Admitted = admitted, Settings = settings };
    }
}
