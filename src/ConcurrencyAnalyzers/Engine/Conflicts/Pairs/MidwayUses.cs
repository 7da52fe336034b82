using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Flows;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Members that meet although nothing in source is seen to start them at once: what they do shows that they are meant to.
/// A loop that replaces a value turn by turn, and never looks at it, makes it for others to read meanwhile; what is kept
/// under a key of a concurrent collection is found by every thread that comes with the key; and an async handler of events
/// that leaves its context goes on beside its next run.
/// </summary>
internal static class MidwayUses
{
    /// <param name="accesses">All accesses to one state that callers can reach.</param>
    /// <param name="started">What members leave running for their callers to wait for.</param>
    public static void Find(ProgramIndex program, EntryLocks entry, IReadOnlyCollection<Use> accesses, IEnumerable<Use> started, ConflictTable table)
    {
        LatestValues(program, accesses, started, table);
        OwnKeys? keys = null;
        foreach (var (summary, effect) in accesses)
            if (effect is { Writes: true, IsAtomic: false, IsWeak: false, Locks.IsEmpty: true } && (IsUnderKey(effect) && !IsStarted(summary, effect) && !(keys ??= new(program)).AreDrawn(HolderOf(effect)!) && !IsStepOfOneLoop(program, entry, summary.Body) || effect.AfterAwait && IsLoss(effect) && IsFreeHandler(summary.Body)))
                table.Add(effect, FlowText.Caller(effect.MemberName), effect, FlowText.Caller(effect.MemberName), Judge.HarmOf(effect, effect, static _ => false), Tier.B);
    }

    private static void LatestValues(ProgramIndex program, IReadOnlyCollection<Use> accesses, IEnumerable<Use> started, ConflictTable table)
    {
        var first = accesses.First().Effect.Path;
        if (first is not { Root: RootKind.This, Steps: [{ Kind: StepKind.Field }], Storage: { Shape: WordShape.Wide, IsReadOnly: false, IsPrivate: true } })
            return;
        foreach (var (maker, write) in accesses.Where(static access => access.Effect.AfterAwait).Concat(started))
        {
            if (write is not { Writes: true, IsUpdate: false, IsAtomic: false, InLoop: true, Locks.IsEmpty: true } || (write.Kind & AccessKind.Constant) != 0)
                continue;
            var reads = accesses.Where(access => access.Effect is { Writes: false, Locks.IsEmpty: true } && access.Summary.Body.Id != maker.Body.Id && access.Effect.BodyId != write.BodyId).ToArray();
            if (reads.Length == 0 || program.Body(write.BodyId) is not { } body || !IsInWaitingLoop(body, write) || LooksAt(body, first.Storage))
                continue;
            foreach (var (reader, read) in reads)
                if (Judge.Conflict(read, write, sameFork: false))
                    table.Add(read, FlowText.Caller(reader.Body.DisplayName), write, FlowText.Caller(maker.Body.DisplayName), Judge.HarmOf(read, write, static _ => false), Tier.B);
        }
    }

    /// <summary>The body itself turns and waits for the next value: an iterator is turned by whoever reads.</summary>
    private static bool IsInWaitingLoop(BodyFacts body, Effect write) => body.Root.All().OfType<Loop>()
        .Any(loop => loop.Span.Contains(write.Place.Span) && (loop.IsAsync || loop.Body.All().OfType<Await>().Any() || loop.Condition?.All().OfType<Await>().Any() == true));

    /// <summary>The loop reads the value or a part of it: it may be its own result, for who waits for the end.</summary>
    private static bool LooksAt(BodyFacts body, FieldFacts state) =>
        body.Root.All().OfType<Access>().Any(access => (access.Kind & AccessKind.Read) != 0 && IsIn(access.Place, state));

    private static bool IsIn(Value? place, FieldFacts state) => place is Value.Field field && (field.Facts.Equals(state) || IsIn(field.Receiver, state));

    /// <summary>In what a concurrent dictionary holds under a key, which is no one thread's own; or a count in it.</summary>
    public static bool IsUnderKey(Effect effect) => HolderOf(effect) is not null;

    /// <summary>The dictionary.</summary>
    private static FieldFacts? HolderOf(Effect effect)
    {
        var (steps, holder) = (effect.Path.Steps, effect.Path.Root == RootKind.This ? null : effect.Path.RootField);
        if (steps.Length < 2 || (effect.Kind & (AccessKind.Unproven | AccessKind.Unknown | AccessKind.Neutral)) != 0 || !(effect.IsContent || Judge.IsLossy(effect)))
            return null;
        for (var at = 0; at < steps.Length - 1; at++)
        {
            // A part of a part is as often what one flow, that found the item, works with.
            if (steps[at] is { Kind: StepKind.Element, Index: not IndexShape.Constant } && holder?.TypeId == "T:System.Collections.Concurrent.ConcurrentDictionary`2")
                return steps.Skip(at + 1).Count(static step => step.Kind == StepKind.Field) <= 1 ? holder : null;
            holder = steps[at].Field;
        }

        return null;
    }

    /// <summary>Nobody calls the member but one loop of the same object, begun at one place, that waits for it before its next turn.</summary>
    private static bool IsStepOfOneLoop(ProgramIndex program, EntryLocks entry, BodyFacts step) =>
        !step.IsExternallyVisible && !step.IsNested && entry.SitesEverywhere(step.Id).ToArray() is { Length: > 0 } sites && Array.TrueForAll(sites, site => site.OnThis && site.CallerId == sites[0].CallerId && site.Place == sites[0].Place)
        && program.Body(sites[0].CallerId) is { IsPrivate: true, IsAsync: true, IsNested: false } caller && entry.SitesEverywhere(caller.Id).Select(static site => site.Place).Distinct().Count() == 1
        && caller.Root.All().OfType<Loop>().Any(loop => loop.Body.All().OfType<Call>().Any(call => program.Targets(call.Method).Contains(step.Id) && loop.Body.All().OfType<Await>().Any(await => await.Operand is Value.CallResult { Node: var awaited } && awaited == call.Number)));

    /// <summary>In work that the member starts, whose runs are judged against each other.</summary>
    private static bool IsStarted(Summary summary, Effect effect) => summary.Forks.Any(fork => fork.Effects.Any(done => done.Place == effect.Place));

    private static bool IsLoss(Effect effect) => effect.IsContent && (effect.Kind & (AccessKind.Unproven | AccessKind.Unknown | AccessKind.Neutral)) == 0 || Judge.IsLossy(effect);

    /// <summary><c>async void OnX(object sender, X e)</c> that goes on wherever there is a thread.</summary>
    private static bool IsFreeHandler(BodyFacts body) =>
        body is { IsAsync: true, ReturnsAwaitable: false, Parameters: [{ TypeId: "T:System.Object" }, _] }
        && body.Root.All().OfType<Await>().Any() && body.Root.All().OfType<Call>().Any(static call => call.Method.Name == "ConfigureAwait" && call.Argument(0) is Value.Constant { Text: "False" });
}
