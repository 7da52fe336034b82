using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>Decides whether two accesses that may overlap do harm, by the .NET memory model.</summary>
internal static class Judge
{
    /// <summary>Whether the two can touch the same storage at once at all.</summary>
    /// <param name="stale">Keys of the variables and objects that the two flows have different ones of.</param>
    /// <param name="underKeys">What is kept under keys of a concurrent dictionary is one object for all who come with the key.</param>
    public static bool Conflict(Effect here, Effect there, bool sameFork, ImmutableHashSet<string>? stale = null, bool underKeys = false)
    {
        if (here.IsInvocation || there.IsInvocation || here.IsSignal || there.IsSignal || here.IsWeak || there.IsWeak || !here.Writes && !there.Writes)
            return false;
        if (here.Locks.HasUnknown || there.Locks.HasUnknown || here.Locks.Excludes(there.Locks, bothRead: !here.Writes && !there.Writes, path => IsOneObject(path, here.Path, stale)))
            return false;
        if (IsOfThread(here.Path) || here.Path.IsOwnOfThread && there.Path.IsOwnOfThread || here.Path.IsOfFlow || there.Path.IsOfFlow || Claim.Separate(here, there) || IsBeforeRaise(here, there) || IsBeforeRaise(there, here) || sameFork && here.Item.Length > 0 && here.Item == there.Item || Setting.Exclude(here, there))
            return false;
        if ((here.Kind & AccessKind.Receive) != 0 && (there.Kind & AccessKind.Send) != 0 || (here.Kind & AccessKind.Send) != 0 && (there.Kind & AccessKind.Receive) != 0)
            return false;

        // Who takes an object out of a channel has it alone, but for the one who put it there.
        if (here.Path.IsHandedOver || there.Path.IsHandedOver)
            return ((here.Kind ^ there.Kind) & AccessKind.Sent) != 0;
        // What one thread has alone, and another comes to by way of all that threads have.
        if (here.Path.IsOwnOfThread != there.Path.IsOwnOfThread)
            return true;
        return here.Path.MayOverlap(there.Path) && (underKeys && MidwayUses.IsUnderKey(here) && MidwayUses.IsUnderKey(there) || !IsOwnSlot(here, there, sameFork, stale));
    }

    /// <summary>One was done where a flag was found down under a lock and not raised since, the other where the flag, which nobody takes back, was found up.</summary>
    private static bool IsBeforeRaise(Effect before, Effect after)
    {
        if (after.Joined.IsEmpty || before.Admitted.IsEmpty)
            return false;
        foreach (var ticket in before.Admitted)
            if (ticket is { Value: "False", Tells: ClaimWord.Is } && after.Joined.Contains(ticket.Flag) && before.Locks.Contains(ticket.Lock) && !before.Claimed.Any(claim => claim.Flag == ticket.Flag))
                return true;
        return false;
    }

    /// <summary>What a thread-static field holds is another object on each thread.</summary>
    private static bool IsOfThread(AccessPath path) => path is { Root: RootKind.Static, RootField.IsThreadBound: true };

    /// <summary>
    /// Whether equal names of a lock mean one object in both flows. Each run has an object of its own behind a name that is
    /// new in each; each item of a collection is another; and each construction of a generic type has its own statics.
    /// Where the state lies in such an item too, its lock goes with it.
    /// </summary>
    private static bool IsOneObject(AccessPath path, AccessPath state, ImmutableHashSet<string>? stale)
    {
        if (path.Root == RootKind.Static && path.RootField is { OwnerId: var owner } && owner.IndexOf('`') >= 0 && state.Root == RootKind.Static && state.RootField?.OwnerId != owner)
            return false;
        if (stale is not null && path.Root is RootKind.Local or RootKind.Object && stale.Contains(path.RootKey))
            return false;
        var isItem = path.Steps.Any(static step => step is { Kind: StepKind.Element, Index: not IndexShape.Constant });
        return !isItem || state.Steps.Any(static step => step.Kind == StepKind.Element);
    }

    /// <summary>Two flows that hand each other the turn: each waits for what only the other gives.</summary>
    public static bool TakeTurns(Effect here, ICollection<string> ours, Effect there, ICollection<string> theirs) =>
        here.Joined.Any(signal => theirs.Contains(signal) && !ours.Contains(signal)) && there.Joined.Any(signal => ours.Contains(signal) && !theirs.Contains(signal));

    /// <summary>Whether one side's signal, given after its access, is what the other waited for before its own.</summary>
    /// <param name="signals">Keys of the signals that the flow of <paramref name="before"/> gives.</param>
    public static bool Ordered(Effect before, IReadOnlyCollection<string> signals, Effect after) =>
        after.Joined.Count > 0 && signals.Any(signal => after.Joined.Contains(signal) && !before.Signalled.Contains(signal));

    /// <param name="checks">Whether the body of the access tests the same state before it writes.</param>
    public static Harm HarmOf(Effect here, Effect there, Func<Effect, bool> checks)
    {
        if (here.IsAtomic && there.IsAtomic)
            return Harm.None;
        if (((here.Kind | there.Kind) & AccessKind.Sent) != 0)
            return Harm.HandedOver;
        if (here.IsContent || there.IsContent)
            return ((here.Kind | there.Kind) & AccessKind.Neutral) != 0 ? Harm.StaleWord : Harm.Corruption;
        var storage = here.Path.Storage;
        if (storage is { IsEvent: true })
            return here.Operator == "-=" && checks(there) || there.Operator == "-=" && checks(here) ? Harm.Unsubscribed : Harm.None;
        if (storage is { IsReferenceType: true } && (!here.Writes && TakesAway(there) && checks(here) || !there.Writes && TakesAway(here) && checks(there)))
            return Harm.TakenAway;
        if (storage is { Shape: WordShape.Wide } && ((here.Kind | there.Kind) & AccessKind.Neutral) != 0)
            return Harm.StaleWord;
        if (storage is { Shape: WordShape.Wide } && !here.Path.EndsInElement)
            return here.Writes && there.Writes && (here.IsUpdate || there.IsUpdate) ? Harm.LostUpdate
                : storage.Safety == TypeSafety.ThreadSafe ? Harm.StaleWord // A mixture of two values is seen through by its members.
                : Harm.Tearing;
        if (here.Writes && there.Writes && (IsLossy(here) || IsLossy(there)))
            return Harm.LostUpdate;
        if (here.Writes && there.Writes && (checks(here) || checks(there)))
            return IsEnd(here) && IsEnd(there) ? Harm.StaleWord : Harm.BrokenCheck;
        if (IsNeighbour(here, there))
            return Harm.Unordered;
        return storage is { IsVolatile: false } && !here.Path.EndsInElement && (Polls(here) && there.Writes || Polls(there) && here.Writes) ? Harm.NeverSeen : Harm.StaleWord;
    }

    /// <summary>
    /// What a flow counts up, or a captured variable that it fills, read once by the code that started it: too early,
    /// where that code does not look whether the flow has ended. A read in a loop may show progress. So it is with whatever
    /// a callback makes, read by who has told that no more of them shall come.
    /// </summary>
    public static bool IsUnfinished(Effect read, Effect made, Fork maker) =>
        (maker.Kind is ForkKind.Thread or ForkKind.Task or ForkKind.PoolItem or ForkKind.Block || maker.Kind == ForkKind.Callback && read.Signalled.Contains(Fork.StoppedKey(maker)))
        && read is { Writes: false, IsContent: false, IsAtomic: false, InLoop: false } && (read.Kind & AccessKind.Poll) == 0
        && made is { Writes: true, IsContent: false, IsAtomic: false } && (made.Kind & AccessKind.Constant) == 0
        && made.Path.Storage is { IsVolatile: false } storage && (IsLossy(made) || storage.IsLocal || maker.Kind == ForkKind.Callback);

    /// <summary>
    /// The reader has waited for the signal of the flow that makes the value, and the flow gives it once, before it makes the value:
    /// the wait was meant to cover it.
    /// </summary>
    public static bool IsSignalledTooSoon(Effect read, Effect made, Fork maker) =>
        read is { Writes: false, IsContent: false, IsAtomic: false } && made is { Writes: true, IsContent: false, IsAtomic: false } && (made.Kind & AccessKind.Constant) == 0
        && made.Path.Storage is { IsVolatile: false }
        && maker.Effects.Any(signal => signal is { IsSignal: true, InLoop: false } && made.Signalled.Contains(signal.Path.Key) && read.Joined.Contains(signal.Path.Key));

    /// <summary>A slot that the flow fills for its starter, after it has said that it has.</summary>
    public static bool IsFilledTooLate(Effect read, Effect made, Fork maker) =>
        read is { IsWeak: false, Locks.IsEmpty: true, Path.EndsInElement: true } && made is { IsWeak: false, Locks.IsEmpty: true, Path.EndsInElement: true } && read.Path.MayOverlap(made.Path) && IsSignalledTooSoon(read, made, maker);

    /// <summary>Sets a reference to null. What ends an object without a lock is not meant to meet its uses.</summary>
    private static bool TakesAway(Effect effect) =>
        (effect.Kind & AccessKind.Null) != 0 && effect.Writes && !(effect.Locks.IsEmpty && Teardown.Is(effect.MemberName));

    /// <summary>Notes that the object has ended: who ends it once more does no more than was done.</summary>
    private static bool IsEnd(Effect effect) =>
        effect is { Path.Storage.IsBool: true, MemberName: "Dispose" or "DisposeAsync" } && (effect.Kind & AccessKind.Constant) != 0 && Teardown.Is(effect.Path.Storage.Name);

    private static bool Polls(Effect effect) => (effect.Kind & AccessKind.Poll) != 0 && effect is { IsContent: false, IsAtomic: false };

    /// <summary>A plain read-modify-write; a lazily filled reference is judged by its own rule.</summary>
    public static bool IsLossy(Effect effect) => effect.IsUpdate && !effect.IsAtomic && effect.Operator != "??=";

    /// <summary>
    /// Runs of one parallel body that index by their own argument or their own copy of a variable, or store a result at
    /// a computed slot, use slots of their own; an update at a computed slot (a histogram) does not.
    /// </summary>
    private static bool IsOwnSlot(Effect here, Effect there, bool sameFork, ImmutableHashSet<string>? stale)
    {
        var (left, right) = (ElementOf(here), ElementOf(there));
        if (left is not { } one || right is not { } other)
            return false;
        if (one.IsWalk && other.IsWalk || !sameFork && (one.IsSweep || other.IsSweep))
            return false;
        if (one.Index == IndexShape.Constant && other.Index == IndexShape.Constant)
            return false;
        if (one.Index == IndexShape.Variable && one.IndexName == other.IndexName && stale?.Contains(one.IndexName) == true)
            return true;
        if (sameFork && one.Index == IndexShape.Parameter && other.Index == IndexShape.Parameter && IndexNames.AreNeighbours(one.IndexName, other.IndexName))
            return false;
        return !sameFork || one.Index == IndexShape.Parameter || other.Index == IndexShape.Parameter || !IsLossy(here) || !IsLossy(there);
    }

    /// <summary>One run reads the slot that another writes.</summary>
    private static bool IsNeighbour(Effect here, Effect there) =>
        ElementOf(here) is { Index: IndexShape.Parameter } one && ElementOf(there) is { Index: IndexShape.Parameter } other && IndexNames.AreNeighbours(one.IndexName, other.IndexName);

    private static Step? ElementOf(Effect effect)
    {
        foreach (var step in effect.Path.Steps)
            if (step.Kind == StepKind.Element)
                return step;
        return null;
    }
}
