using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Contracts;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Gathers overlapping pairs and turns them into findings: one per access and state, placed on the side that should
/// change (unguarded over guarded, writing over reading). Independent of the order in which pairs come.
/// </summary>
/// <param name="isStrict">What may be harmless, or is not known to do harm, counts too.</param>
internal sealed class ConflictTable(StoredTargets stored, bool isStrict)
{
    private static readonly IComparer<Conflict> s_order = Comparer<Conflict>.Create(Compare);

    private readonly Dictionary<StateAt, Conflict> _best = [];
    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedList<Place, Effect>> _overlapping = new(StringComparer.Ordinal);

    /// <summary>What fields hold.</summary>
    public StoredTargets Stored => stored;

    /// <summary>Every pair that was looked at, harmful or not.</summary>
    public Meetings Meetings { get; } = new();

    /// <summary>Pairs on state that promises to belong to one flow of control at a time.</summary>
    public ConfinedUses Confined { get; } = new();

    public void Add(Effect here, Flow hereFlow, Effect there, Flow thereFlow, Harm harm, Tier tier)
    {
        if (here.Path.Storage is not { } state || !IsProven(here) || !IsProven(there))
            return;
        if (ConfinedUses.IsConfined(state))
        {
            Confined.Add(here, hereFlow, there, thereFlow);
            return;
        }

        Note(state, here);
        Note(state, there);
        Meetings.Add(state, here, there);
        if (!Counts(state, harm))
            return;
        if (harm == Harm.BrokenCheck)
            _checked.Add(state.Id);
        Offer(here, hereFlow, there, thereFlow, harm, tier);
        if (here.Place != there.Place)
            Offer(there, thereFlow, here, hereFlow, harm, tier);
    }

    /// <summary>Whether something is said of the access so far.</summary>
    public bool Tells(Effect access) => access.Path.Storage is { } state && _best.ContainsKey(new(access.Place, state.Id));

    /// <summary>Reports one side only: the other keeps to the guard.</summary>
    public void AddOffender(Effect here, Flow hereFlow, Effect there, Flow thereFlow, Harm harm, Tier tier)
    {
        if (here.Path.Storage is not { } state || ConfinedUses.IsConfined(state) || !IsProven(here) || !IsProven(there))
            return;
        Note(state, here);
        Note(state, there);
        Meetings.Add(state, here, there);
        if (Counts(state, harm))
            Offer(here, hereFlow, there, thereFlow, harm, tier);
    }

    private bool IsProven(Effect effect) => isStrict || (effect.Kind & AccessKind.Unproven) == 0 || stored.IsThreadUnsafe(effect.Path.IsContent ? effect.Path.Parent : effect.Path);

    /// <summary>One finding a place: a parameter that stands for this state or that, a field and what it holds are told once.</summary>
    public ImmutableArray<Conflict> ToFindings() => FirstUses(_best.Values.Where(IsTheOddOne))
        .GroupBy(static conflict => new Place(conflict.Here.Place.FilePath, new(conflict.Here.Place.Span.Start, 0)))
        .Select(static place => place.OrderBy(static conflict => conflict, s_order).ThenBy(static conflict => conflict.State.Id, StringComparer.Ordinal).First())
        .Select(conflict => conflict with
        {
            Unguarded = Lacking(conflict).Select(static effect => effect.Place).ToImmutableArray(),
            IsInterlockable = conflict.Kind != ConflictKind.MissingGuard && !_checked.Contains(conflict.State.Id) && conflict.State.IsInterlockedNumber && !conflict.State.IsProperty && Lacking(conflict).All(IsInterlockable),
            IsFlag = conflict is { Harm: Harm.NeverSeen, Kind: ConflictKind.Unsynchronized, State: { IsProperty: false, Shape: not WordShape.Wide } } && !_checked.Contains(conflict.State.Id) && IsFlag(_overlapping[conflict.State.Id].Values),
        })
        .OrderBy(static conflict => conflict.Here.Place)
        .ThenBy(static conflict => conflict.State.Id, StringComparer.Ordinal)
        .ToImmutableArray();

    /// <summary>Both sides hold a lock, but not the same: the one that fewer accesses hold is the wrong one.</summary>
    private bool IsTheOddOne(Conflict conflict) =>
        conflict.Here.Place == conflict.There.Place || conflict.Here.Locks.IsEmpty || conflict.There.Locks.IsEmpty || Holders(conflict.State, conflict.Here.Locks) <= Holders(conflict.State, conflict.There.Locks);

    /// <summary>A reference that may be gone by the first use is not told again at the second.</summary>
    private static IEnumerable<Conflict> FirstUses(IEnumerable<Conflict> conflicts) => conflicts
        .GroupBy(static conflict => conflict.Harm == Harm.TakenAway && !conflict.Here.Writes ? conflict.Here.BodyId + " " + conflict.Here.Path.Key : "", StringComparer.Ordinal)
        .SelectMany(static uses => uses.Key.Length > 0 ? uses.OrderBy(static use => use.Here.Place).Take(1) : uses);

    private int Holders(FieldFacts state, Locks.LockSet locks) => _overlapping[state.Id].Values.Count(effect => effect.Locks.Held.Any(held => locks.Contains(held.Path.Key)));

    private static bool IsInterlockable(Effect effect) =>
        effect.Locks.IsEmpty && !effect.SpansAwait && (effect.IsAtomic || effect.Operator is "++" or "--" or "+=" or "-=" or "" || !effect.IsUpdate);

    /// <summary>Stored and read in single steps under no lock, and nobody who reads it stores it.</summary>
    private static bool IsFlag(IList<Effect> effects) => effects.All(static effect => effect is { IsContent: false, IsUpdate: false, Locks.IsEmpty: true })
        && !effects.Any(read => !read.Writes && (read.Kind & AccessKind.Poll) == 0 && effects.Any(write => write.Writes && write.BodyId == read.BodyId));

    private IEnumerable<Effect> Lacking(Conflict conflict)
    {
        var guard = GuardOf(conflict.Here, conflict.There);
        return _overlapping[conflict.State.Id].Values.Where(effect => guard is not null ? !effect.Locks.Protects(guard.Key, effect.Writes)
            : effect.Place == conflict.Here.Place || effect.Place == conflict.There.Place || effect.Locks.Held.All(static held => held.Mode == LockMode.Shared) && !effect.Locks.HasUnknown);
    }

    private void Note(FieldFacts state, Effect effect)
    {
        if (!_overlapping.TryGetValue(state.Id, out var places))
            _overlapping[state.Id] = places = [];
        if (!places.TryGetValue(effect.Place, out var known) || known.Locks.Held.Length > effect.Locks.Held.Length)
            places[effect.Place] = effect;
    }

    private bool Counts(FieldFacts state, Harm harm) => harm != Harm.None && (harm != Harm.StaleWord || isStrict && state is { IsVolatile: false, IsEvent: false });

    private void Offer(Effect here, Flow hereFlow, Effect there, Flow thereFlow, Harm harm, Tier tier)
    {
        var kind = KindOf(here, there, harm);
        if (!IsToBlame(here, there, harm, kind))
            return;
        if (harm == Harm.StaleWord || isStrict && ((here.Kind | there.Kind) & (AccessKind.Unproven | AccessKind.Unknown)) != 0)
            tier = Tier.C;
        var guard = kind == ConflictKind.MissingGuard ? GuardOf(here, there) : null;
        var conflict = new Conflict(here, there, hereFlow, thereFlow, harm, tier, kind) 
        {
            Guard = guard is null ? null : SourceText(guard, here),
            IsReadGuarded = guard is not null && here.Locks.Contains(guard.Key),
            GuardIsMonitor = IsMonitor(guard?.Storage),
            NeedsSharedGate = here.Path.Root == RootKind.Static && guard is { Root: not RootKind.Static },
        };
        var key = new StateAt(here.Place, conflict.State.Id);
        if (!_best.TryGetValue(key, out var best) || Compare(conflict, best) < 0)
            _best[key] = conflict;
    }

    /// <summary>Whether the lock is taken by <c>lock</c> or Monitor.</summary>
    public static bool IsMonitor(FieldFacts? guard) => guard is not { IsPairedLock: true } && guard?.TypeId is not ("T:System.Threading.SemaphoreSlim" or "T:System.Threading.Semaphore" or "T:System.Threading.Mutex" or "T:System.Threading.SpinLock" or "T:System.Threading.ReaderWriterLockSlim" or "T:System.Threading.ReaderWriterLock");

    private static ConflictKind KindOf(Effect here, Effect there, Harm harm)
    {
        var state = here.Path.Storage!;
        if (harm == Harm.Unsubscribed)
            return ConflictKind.Unsynchronized;
        if (harm == Harm.TakenAway)
            return GuardOf(here, there) is not null ? ConflictKind.MissingGuard : ConflictKind.Unsynchronized;
        if (harm == Harm.Tearing && GuardOf(here, there) is null || there.IsAtomic != here.IsAtomic || state.IsVolatile && !here.IsContent && !here.Path.EndsInElement) // what a volatile reference leads to is not volatile
            return ConflictKind.NonAtomic;
        return GuardOf(here, there) is not null ? ConflictKind.MissingGuard : ConflictKind.Unsynchronized;
    }

    /// <summary>The side that must change: not the one under a lock when the other is not, not the atomic one, not a mere read of a word.</summary>
    private static bool IsToBlame(Effect here, Effect there, Harm harm, ConflictKind kind)
    {
        if (here.IsAtomic && !there.IsAtomic)
            return false;
        if (!here.Locks.IsEmpty && there.Locks.IsEmpty && !IsPlainBesideAtomic(here, there, harm))
            return false;
        if (here.Writes && harm == Harm.TakenAway && (there.Locks.IsEmpty || !here.Locks.IsEmpty))
            return false;
        if (!here.Writes && harm is Harm.LostUpdate or Harm.BrokenCheck || harm == Harm.HandedOver && (here.Kind & AccessKind.Sent) == 0 && (!here.Writes || (there.Kind & AccessKind.Sent) != 0))
            return false;
        return kind != ConflictKind.NonAtomic || harm is Harm.Tearing or Harm.Unsubscribed or Harm.TakenAway || here.IsUpdate;
    }

    /// <summary>A lock keeps out nobody who changes the state in one atomic step without it: the update in steps loses that change.</summary>
    private static bool IsPlainBesideAtomic(Effect here, Effect there, Harm harm) =>
        harm == Harm.LostUpdate && here is { IsUpdate: true, IsAtomic: false, Operator.Length: > 0 } && there is { Writes: true, IsAtomic: true };

    private static AccessPath? GuardOf(Effect here, Effect there)
    {
        foreach (var held in there.Locks.Held)
            if (held.Mode == LockMode.Exclusive && !held.Path.IsContent && !here.Locks.Protects(held.Path.Key, here.Writes))
                return held.Path;
        return null;
    }

    /// <summary>How the lock is written where the access stands; null where it has no simple name there.</summary>
    private string? SourceText(AccessPath guard, Effect here) => guard switch
    {
        { Root: RootKind.This, Steps: [{ Kind: StepKind.Field, Field: { } field }] } when here.Path.Root == RootKind.This && here.Path.Steps.Length <= 2 => field.Name,
        { Root: RootKind.This, Steps.IsEmpty: true } when here.Path.Root == RootKind.This => "this",
        { Steps: [.., { Kind: StepKind.Field, Field: { } field }] } when IsSibling(guard, field, here) => field.Name,
        { Root: RootKind.Static, Steps.IsEmpty: true, RootField: { } field } => field.Name,
        { Root: RootKind.Local, Steps.IsEmpty: true, RootField: { } variable } => variable.Name,
        _ => null,
    };

    /// <summary>Lock and state are fields of one object, and the access stands in a member of its type.</summary>
    private bool IsSibling(AccessPath guard, FieldFacts field, Effect here) =>
        here.Path.Steps.Length >= guard.Steps.Length && here.Path.Prefix(guard.Steps.Length - 1).Equals(guard.Parent)
        && (IsInMemberOf(field, here) || !field.IsPrivate && here.Owner is { TypeId: { Length: > 0 } heir, Steps: var steps } && steps == here.Path.Steps.Length - guard.Steps.Length + 1 && stored.Inherits(heir, field.OwnerId));

    private static bool IsInMemberOf(FieldFacts field, Effect here) =>
        field.OwnerId.Length > 2 && here.BodyId.Length > field.OwnerId.Length && here.BodyId.IndexOf(field.OwnerId.Substring(2) + ".", StringComparison.Ordinal) == 2;

    /// <summary>The finding that convinces most: certain over likely, guarded other side over unguarded, then by place.</summary>
    private static int Compare(Conflict left, Conflict right)
    {
        var byTier = left.Tier.CompareTo(right.Tier);
        if (byTier != 0)
            return byTier;
        var byKind = right.Kind.CompareTo(left.Kind);
        if (byKind != 0)
            return byKind;
        var byHarm = left.Harm.CompareTo(right.Harm);
        if (byHarm != 0)
            return byHarm;
        var byOther = (left.There.Place == left.Here.Place).CompareTo(right.There.Place == right.Here.Place);
        if (byOther != 0)
            return byOther;
        var byPlace = left.There.Place.CompareTo(right.There.Place);
        return byPlace != 0 ? byPlace : string.CompareOrdinal(left.HereFlow.Text + left.ThereFlow.Text, right.HereFlow.Text + right.ThereFlow.Text);
    }
}
