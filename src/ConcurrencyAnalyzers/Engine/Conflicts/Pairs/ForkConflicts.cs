using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Conflicts inside one body that starts work: between what goes on in the body and what it started, between two
/// things it started, and between two runs of one. (Effects of the child against effects of the parent's
/// continuation: the fork rule of LOCKSMITH, Pratikakis et al., TOPLAS 2011.) Both sides are named from the same
/// body, so equal paths are the same object.
/// </summary>
internal static class ForkConflicts
{
    /// <param name="entry">The locks that every caller of the body holds: what goes on in it runs under them, what it starts does not.</param>
    public static void Find(ProgramIndex program, Summary summary, LockSet entry, Relays relays, ConflictTable table)
    {
        if (summary.Forks.IsEmpty)
            return;
        var rest = FlowText.Rest(summary.Body);
        var asks = AsksForEnd(summary.Body);
        foreach (var group in summary.Overlaps.Select(overlap => Under(entry, overlap)).GroupBy(static overlap => overlap.Fork))
        {
            var effects = group.Key.Effects.ToLookup(static effect => effect.Path);
            var flow = FlowText.Of(group.Key);
            var own = group.Select(static overlap => overlap.Effect).ToArray();
            var (given, ours) = (SignalsOf(group.Key.Effects), SignalsOf(summary.Effects));
            var torn = new TornFlows();
            foreach (var overlap in group.Where(overlap => !relays.IsBeforeStart(overlap.Effect, overlap.Fork)))
                foreach (var there in effects[overlap.Effect.Path])
                    if (!there.Path.IsNewIn(overlap.Stale) && !Setting.ExcludeInOneRun(overlap.Effect, there) && (Judge.Conflict(overlap.Effect, there, sameFork: false, overlap.Stale) || Judge.IsFilledTooLate(overlap.Effect, there, group.Key))
                        && !Judge.Ordered(overlap.Effect, ours, there) && !Judge.Ordered(there, given, overlap.Effect) && !Judge.TakeTurns(overlap.Effect, ours, there, given)
                        && !SchedulerTurns.KeepApart(program, overlap.Effect, there, group.Key) && !IsOverBy(summary, overlap.Effect, there))
                        Tell(overlap.Effect, there);

            torn.Find(program, table);
            var shared = group.Where(static overlap => !overlap.Effect.Path.IsNewIn(overlap.Stale)).Select(static overlap => overlap.Effect).ToArray();
            Replaced(program, shared, group.Key.Effects, rest, flow, table);
            Replaced(program, group.Key.Effects, shared, flow, rest, table);
            LateInitialization.Find(program, summary, group.Key, own, table);

            void Tell(Effect here, Effect there)
            {
                var harm = HarmOf(here, there);
                if (harm == Harm.StaleWord)
                    torn.Note(here, rest, there, flow);
                table.Add(here, rest, there, flow, harm, Tier.A);
            }

            Harm HarmOf(Effect here, Effect there)
            {
                var harm = Judge.HarmOf(here, there, effect => Checks(effect, own) || Checks(effect, group.Key.Effects));
                if (harm == Harm.StaleWord && GivenAgain.Is(here, there, group.Key))
                    return Harm.HandedOver;
                // A value that is looked at in a loop, or by who asks whether the flow has ended, shows how far it has come.
                if (harm == Harm.StaleWord && (here.Path.EndsInElement || !asks && !here.InLoop && (here.Kind & AccessKind.Poll) == 0) && Judge.IsSignalledTooSoon(here, there, group.Key))
                    return Harm.Unfinished;
                return harm == Harm.StaleWord && !asks && IsResult(here, group.Key) && Judge.IsUnfinished(here, there, group.Key) ? Harm.Unfinished : harm;
            }
        }

        // What a flow that nobody here waits for has counted so far is a report, where another member reads it.
        bool IsResult(Effect read, Fork fork) => read.Trace.IsEmpty || !summary.Leaked.Contains(fork) || read.Signalled.Contains(Fork.StoppedKey(fork));

        foreach (var fork in summary.Forks)
            foreach (var (other, stale) in fork.Concurrent.Values)
                Find(program, fork, other, stale, relays, table);
    }

    /// <summary>What goes on in the body is done by an async call, by way of the same step, whose task the other side has waited for.</summary>
    private static bool IsOverBy(Summary summary, Effect here, Effect there) => !there.Joined.IsEmpty && summary.Forks.Any(call =>
        call.Kind == ForkKind.AsyncCall && there.Joined.Overlaps(call.HandleKeys) && call.Effects.Any(done => done.Place == here.Place && done.Path.Equals(here.Path) && !here.Trace.IsEmpty && !done.Trace.IsEmpty && done.Trace[0] == here.Trace[0]));

    private static Overlap Under(LockSet entry, Overlap overlap) =>
        entry.IsEmpty ? overlap : overlap with { Effect = overlap.Effect with { Locks = overlap.Effect.Locks.Union(entry) } };

    private static void Find(ProgramIndex program, Fork fork, Fork other, ImmutableHashSet<string> stale, Relays relays, ConflictTable table)
    {
        var same = fork.Id == other.Id;
        if (relays.IsOneRun(fork, other, stale))
            return;
        var flags = same && fork.Kind is not (ForkKind.Request or ForkKind.Timer or ForkKind.Callback);
        var (ours, theirs) = (SignalsOf(fork.Effects), SignalsOf(other.Effects));
        var effects = other.Effects.ToLookup(static effect => effect.Path);
        var (ourFlow, theirFlow) = (FlowText.Of(fork), FlowText.Of(other));
        var torn = new TornFlows();
        foreach (var ourEffect in fork.Effects)
            foreach (var theirEffect in effects[ourEffect.Path])
            {
                var (here, there) = AreWalks(ourEffect, theirEffect) ? (ourEffect with { IsWeak = false }, theirEffect with { IsWeak = false }) : (ourEffect, theirEffect);
                if (!here.Path.IsNewIn(stale) && !Setting.ExcludeInOneRun(here, there) && !here.Joined.Overlaps(other.HandleKeys) && !there.Joined.Overlaps(fork.HandleKeys) && Judge.Conflict(here, there, same, stale) && !(same && there.Place.CompareTo(here.Place) < 0) && !relays.KeepApart(fork, other, here, there) && !relays.IsBeforeStart(here, other) && !relays.IsBeforeStart(there, fork)
                    && !(!(same && BothWaited(here, there, ours)) && (Judge.Ordered(here, ours, there) || Judge.Ordered(there, theirs, here))) && !Judge.TakeTurns(here, ours, there, theirs)
                    && !SchedulerTurns.KeepApart(program, here, there, other, fork))
                    Tell(here, there);
            }

        torn.Find(program, table);

        void Tell(Effect here, Effect there)
        {
            var harm = HarmOf(here, there);
            if (harm == Harm.StaleWord && !same)
                torn.Note(here, ourFlow, there, theirFlow);
            table.Add(here, ourFlow, there, theirFlow, harm, Tier.A);
        }

        Harm HarmOf(Effect here, Effect there)
        {
            var harm = Judge.HarmOf(here, there, effect => fork.Kind != ForkKind.Callback && (Checks(effect, fork.Effects, flags) || Checks(effect, other.Effects, flags)));
            // Of several failures any is worth a report.
            if (here.Path.Storage is { IsReferenceType: true, TypeId: var type } && type.EndsWith("Exception", StringComparison.Ordinal))
                return harm;
            if (same && harm != Harm.StaleWord && here.IsContent && fork.Accumulators.Contains(here.Path.Parent.Key))
                return Harm.SharedAccumulator;
            if (harm == Harm.StaleWord && same && fork.Kind is not (ForkKind.Timer or ForkKind.Callback) && here.Place == there.Place && KeptForItself.Is(here, fork.Effects))
                return Harm.ReadBack;
            if (harm != Harm.StaleWord || !flags || here.Place != there.Place || !here.Writes)
                return harm;
            return IsReadBack(here, fork.Effects) ? Harm.ReadBack : Companions.IsCompanion(program, here, fork.Effects) ? Harm.BrokenCheck : harm;
        }
    }

    /// <summary>Both go through one collection from end to end: at each item they can meet.</summary>
    private static bool AreWalks(Effect here, Effect there) =>
        here.IsWeak && there.IsWeak && here.Path.HasElement && here.Path.Steps.Any(static step => step.IsWalk) && there.Path.Steps.Any(static step => step.IsWalk);

    /// <summary>A captured variable in which a run keeps something for itself: it stores, and reads again what it takes to be its own.</summary>
    private static bool IsReadBack(Effect write, IEnumerable<Effect> effects) =>
        write is { IsUpdate: false, IsContent: false, IsAtomic: false, Path: { Root: RootKind.Local, Steps.IsEmpty: true } } && (write.Kind & AccessKind.Constant) == 0
        && effects.Any(read => read.BodyId == write.BodyId && read is { Writes: false, IsAtomic: false } && read.Path.Equals(write.Path) && read.Place.Span.Start > write.Place.Span.End)
        && !effects.Any(read => read.BodyId == write.BodyId && !read.Writes && read.Path.Equals(write.Path) && (read.Kind & AccessKind.Test) != 0 && read.Place.Span.Start < write.Place.Span.Start);

    /// <summary>One flow changes what is in an object while another puts a different object in its place: the change lands in whichever it found.</summary>
    private static void Replaced(ProgramIndex program, IEnumerable<Effect> changing, IEnumerable<Effect> replacing, Flow changingFlow, Flow replacingFlow, ConflictTable table)
    {
        ILookup<AccessPath, Effect>? replacements = null;
        foreach (var change in changing)
        {
            if (!IsReplaceable(change))
                continue;
            replacements ??= replacing.Where(Replaces).ToLookup(static effect => effect.Path);
            foreach (var replacement in replacements[change.Path.Parent])
                if (Judge.Conflict(change, replacement, sameFork: false))
                    table.Add(change, changingFlow, TakenOver.AsSeenBy(change, replacement, program), replacingFlow, Harm.Corruption, Tier.A);
        }
    }

    /// <summary>Puts a different object in place of the one that is there.</summary>
    public static bool Replaces(Effect effect) => effect is { IsContent: false, Writes: true } && (effect.Kind & AccessKind.Constant) == 0;

    /// <summary>Changes what is in an object that a variable holds, and that another can take the place of.</summary>
    public static bool IsReplaceable(Effect change) =>
        change is { IsContent: true, Writes: true, IsWeak: false, Path: { IsContent: true, Parent: var reference } } && reference.Storage is { IsReadOnly: false } storage && storage.Equals(LastField(reference));

    private static FieldFacts? LastField(AccessPath path) => path.Steps.IsEmpty ? path.RootField : path.Steps[path.Steps.Length - 1].Field;

    /// <summary>The body looks whether what it started has ended, and may read only then.</summary>
    private static bool AsksForEnd(BodyFacts body) => body.Root.All().OfType<Call>()
        .Any(static call => call.Method.Name is "WhenAny" or "WaitAny" or "get_IsCompleted" or "get_IsCompletedSuccessfully" or "get_Status" or "get_IsAlive" or "get_IsSet" or "get_IsFaulted" or "get_IsCanceled" || call.Method.Name is "Join" or "Wait" or "WaitAll" && !call.IsDropped && BodyInterpreter.MayGiveUp(call));

    /// <summary>Two runs of one body that both wait before the access for what both give after it: who of them came without waiting is not known.</summary>
    private static bool BothWaited(Effect here, Effect there, HashSet<string> given) => here.Joined.Any(signal => given.Contains(signal) && there.Joined.Contains(signal));

    private static HashSet<string> SignalsOf(IEnumerable<Effect> effects) =>
        new(effects.Where(static effect => effect.IsSignal).Select(static effect => effect.Path.Key), StringComparer.Ordinal);

    /// <summary>
    /// Whether a value other than null or a constant is decided on and then written by the same body. A setter that
    /// looks whether anything changes at all may be passed: what it writes does not depend on what it saw.
    /// </summary>
    /// <param name="countFlags">A bool that is found false and then set counts: the runs of one body race for who does something once.</param>
    public static bool Checks(Effect write, IEnumerable<Effect> effects, bool countFlags = false) =>
        IsRaisedAfterTest(write, effects) || IsUsedAfterTest(write, effects) || write.Writes && !write.BodyId.Contains(".set_") && (IsFlag(write, countFlags) || (write.Kind & AccessKind.Constant) == 0 && !write.StoresFresh) && write.Operator != "??="
        && effects.Any(read => read.BodyId == write.BodyId && read.Path.Equals(write.Path) && (read.Kind & (AccessKind.Read | AccessKind.Test)) == (AccessKind.Read | AccessKind.Test)
            && !read.Writes && read.Place.Span.Start < write.Place.Span.Start && !IsFilled(write, read));

    /// <summary>A text that is worked out where it is missing: one as good as the other. What had to be waited for comes from elsewhere, and may be another each time.</summary>
    private static bool IsFilled(Effect write, Effect read) =>
        (read.Kind & AccessKind.NullTest) != 0 && write.Path.Storage is { IsReferenceType: true, Safety: TypeSafety.Immutable } && (read.AfterAwait || !write.AfterAwait || !write.SpansAwait && !write.Trace.IsEmpty);

    /// <summary>An event that is looked at, and then read once more to be raised.</summary>
    private static bool IsRaisedAfterTest(Effect raise, IEnumerable<Effect> effects) =>
        raise is { Writes: false, Path.Storage.IsEvent: true } && (raise.Kind & (AccessKind.Dereference | AccessKind.Test | AccessKind.NullSafe)) == AccessKind.Dereference
        && effects.Any(read => read.BodyId == raise.BodyId && read.Path.Equals(raise.Path) && (read.Kind & AccessKind.Test) != 0 && read.Place.Span.Start < raise.Place.Span.Start);

    /// <summary>
    /// A reference that is tested for null, and read once more to be used. Who uses it and sets it to null himself, or ends the
    /// object, is one of several who take leave of it: which of them comes first is settled elsewhere.
    /// </summary>
    private static bool IsUsedAfterTest(Effect use, IEnumerable<Effect> effects) =>
        use is { Writes: false, IsContent: false, Path.Storage: { IsReferenceType: true, IsEvent: false } } && (use.Kind & (AccessKind.Dereference | AccessKind.NullTest | AccessKind.NullSafe)) == AccessKind.Dereference
        && !(use.Locks.IsEmpty && Teardown.Is(use.MemberName))
        && effects.Any(test => test.BodyId == use.BodyId && (test.Kind & AccessKind.NullTest) != 0 && test.Place.Span.Start < use.Place.Span.Start && test.Path.Equals(use.Path))
        && !effects.Any(write => write.BodyId == use.BodyId && write.Writes && !write.IsContent && (write.Place.Span.Start < use.Place.Span.Start || (write.Kind & AccessKind.Null) != 0) && write.Path.Equals(use.Path));

    private static bool IsFlag(Effect write, bool countFlags) => countFlags && write.Path.Storage is { IsBool: true };
}
