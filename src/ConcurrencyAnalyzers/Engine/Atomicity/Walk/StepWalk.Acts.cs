using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

internal sealed partial class StepWalk
{
    private Moment ExecuteAccess(Access access, Moment moment)
    {
        NoteChained(access, moment);

        // What is done to a collection is read from the call, and atomic access from its call.
        if ((access.Kind & (AccessKind.Content | AccessKind.Atomic)) != 0 || VariableOf(access.Place) is not { } subject)
            return moment;
        var place = new Place(body.FilePath, access.Span);
        var item = access.Place is Value.Element element ? element.Index + ":" + element.IndexName : null;
        if ((access.Kind & AccessKind.Write) == 0)
            return Observe(access, subject, item, Question.Value, place, moment, access.Span, out _);
        if (access is { Place: Value.Field { Receiver: { } taker }, Stored: Value.Field former })
            _linked.Add(new(taker, former));
        var isUpdate = access.Operator.Length > 0 && access.Operator is not ("=" or Access.ByVariable or "??=");
        var chained = ChainedTo(subject, access.Stored);
        var data = isUpdate ? Ids.Empty : In(access.Span, moment).Union(chained);
        return Perform(new Act(subject, item, Deed.Write, place)
        {
            Data = data,
            IsUpdate = isUpdate,
            SpansAwait = access.SpansAwait,
            IsConstant = (access.Kind & AccessKind.Constant) != 0,
            IsReset = (access.Kind & AccessKind.Constant) != 0 && IsResetOf(access, subject),
            IsCopy = access.IsCopy && chained.IsEmpty && !IsPartOfFormer(access.Stored, subject, data) && !LocalsIn(access.Span).Any(variable => _derived.Contains(variable.Id)),
            Stored = access is { IsCopy: true, Stored: Value.UnknownValue } && LocalsIn(access.Span).LastOrDefault() is { } copied ? new Value.Local(copied) : access.Stored,
            StoredTypeId = subject.Path.Storage!.TypeId,
            StoresIdentity = subject.Path.Storage.IsDisposable || IsEmpty(access.Stored, access.Span.Start),
            IsDropped = true,
            IsChained = !chained.IsEmpty,
            KeepsFormer = _linked.Contains(new(access.Stored, access.Place)),
        }, moment);
    }

    /// <summary>An object that was given what a field held, and the field.</summary>
    private sealed record Link(Value Taker, Value Former);

    private readonly HashSet<Link> _linked = [];

    /// <summary>By an object that was made here: what was seen of the states whose value it was given, to stand in front of it.</summary>
    private readonly Dictionary<string, Ids> _chained = new(StringComparer.Ordinal);

    /// <summary><c>node.Next = head</c>, whatever variable brought the head there.</summary>
    private void NoteChained(Access access, Moment moment)
    {
        if ((access.Kind & (AccessKind.Write | AccessKind.Content | AccessKind.Atomic)) != AccessKind.Write || access.Place is not Value.Field { Receiver: Value.Local { Variable.Id: var taker }, Facts: { IsReferenceType: true } } || In(access.Span, moment) is not { IsEmpty: false } given)
            return;
        _chained[taker] = _chained.TryGetValue(taker, out var before) ? before.Union(given) : given;
    }

    /// <summary>What is stored was linked to what the state held: it is made of that, although it is stored as it is.</summary>
    private Ids ChainedTo(Subject subject, Value stored)
    {
        var made = Ids.Empty;
        if (_chained.Count > 0 && subject is { IsContent: false, Path.Storage.IsReferenceType: true } && stored is Value.Local { Variable.Id: var taker } && _chained.TryGetValue(taker, out var given))
            for (var id = given.Next(-1); id >= 0; id = given.Next(id))
                if (_observations[id] is { Question: Question.Value } seen && seen.Subject.Equals(subject))
                    made = made.Add(id);
        return made;
    }

    /// <summary><c>head = first.Next</c>, where first was the head: the new value comes from the old one.</summary>
    private bool IsPartOfFormer(Value stored, Subject subject, Ids data)
    {
        if (stored is Value.Field { Receiver: Value.Local })
            for (var id = data.Next(-1); id >= 0; id = data.Next(id))
                if (_observations[id].Subject.Equals(subject))
                    return true;
        return false;
    }

    private static bool IsResetOf(Access access, Subject subject) =>
        IsReset(access.Stored) || subject.Path.Storage is { IsReferenceType: true };

    /// <summary>Holds an act against what is known of its state; what the act itself makes so is no longer in doubt.</summary>
    private Moment Perform(Act act, Moment moment, bool isOwn = true)
    {
        if (isOwn)
            act = act with { Locks = moment.Locks };
        if (!act.IsCaught && _handled > 0 || !act.IsTeardown && (Teardown.Is(body.DisplayName) || act.IsConstant && Teardown.Is(act.Subject.Path.Storage!.Name)))
            act = act with { IsCaught = act.IsCaught || _handled > 0, IsTeardown = act.IsTeardown || Teardown.Is(body.DisplayName) || act.IsConstant && Teardown.Is(act.Subject.Path.Storage!.Name) };
        var asked = AskedBefore(act, moment);
        var isChecked = asked is not null && asked.Exists(seen => moment.Known.Since(seen.Id) == Gap.None && (moment.Reasons.Contains(seen.Id) || act.Data.Contains(seen.Id) && seen.IsNullTest)
            && seen.Locks.Overlaps(act.Locks) | seen.Subject.Protection == Protection.Plain);
        if (!act.IsChecked && !isChecked)
            Hold(act, asked, moment);
        if (isOwn)
            HoldEntry(act, moment);
        if (act is { Item: not null, Subject.Protection: Protection.Concurrent })
            HoldEnsured(act, asked, moment);
        if (act.Subject.Path.Root is not Locations.RootKind.Object && _steps++ < MaxObservations)
            _acts.Add(isChecked && !act.IsChecked ? act with { IsChecked = true } : act);
        if (act is { Deed: Deed.Write } && act is { IsConstant: true, IsUpdate: false } != moment.Given.Contains(act.Subject))
            moment = moment with { Given = act is { IsConstant: true, IsUpdate: false } ? moment.Given.Add(act.Subject) : moment.Given.Remove(act.Subject) };
        return Forgetting.Of(act) is { } gone ? Forget(gone, moment) : moment;
    }

    /// <summary>It was looked at again under the lock, under whatever key: who adds under several keys has asked for one of them.</summary>
    private bool HasLookedAgain(Act act, Moment moment) => !act.Locks.IsEmpty && _madeOf.TryGetValue(act.Subject, out var all)
        && all.Exists(seen => seen.Question == Question.Presence && moment.Reasons.Contains(seen.Id) && body.Root.All().OfType<LockRegion>().Any(region => region.Span.Contains(act.Place.Span) && region.Body.Span.Contains(seen.Place.Span)));

    /// <summary>What is known of the act's state, or of the item of it; null where nothing is.</summary>
    private List<Observation>? AskedBefore(Act act, Moment moment)
    {
        List<Observation>? asked = null;
        if (_madeOf.TryGetValue(act.Subject, out var all))
            foreach (var seen in all)
                if (moment.Known.Knows(seen.Id) && seen.Concerns(act.Item) && (!seen.IsChosen || act.Keys.Contains(seen.Id)))
                    (asked ??= []).Add(seen);
        return asked;
    }

    private void Hold(Act act, List<Observation>? asked, Moment moment)
    {
        // The value that is stored comes from the state itself and is newer than the doubt.
        var isRenewed = asked is not null && asked.Exists(seen => moment.Known.Since(seen.Id) == Gap.None && act.Data.Contains(seen.Id) && seen.Locks.Overlaps(act.Locks));
        BrokenStep? best = null;
        foreach (var seen in asked ?? [])
        {
            var gap = moment.Known.Since(seen.Id);
            if (gap == Gap.None || gap == Gap.Released && act.Subject.Protection == Protection.Plain && !seen.Locks.Overlaps(act.Locks))
                continue;
            var isData = act.Data.Contains(seen.Id);
            // That something failed is noted because it failed, whatever was asked before.
            var isOfFailure = act is { IsConstant: true, Deed: Deed.Write } && (seen.Id < _caughtFrom || IsThrown(act));
            var isReason = (seen.IsChosen || moment.Reasons.Contains(seen.Id)) && !isOfFailure;
            if (gap == Gap.Unguarded && !(isData && !act.Locks.IsEmpty && program.IsChangedElsewhere(seen.Subject.Path.Storage!)))
                continue;

            var harm = isData && !isRenewed ? StepJudge.ByValue(act, seen, gap, program) : StepHarm.None;
            if (gap == Gap.Unguarded && harm != StepHarm.LostUpdate)
                continue;
            if (harm == StepHarm.None && isReason)
                harm = StepJudge.ByDecision(act, seen, gap, body, program);
            if (harm == StepHarm.ActsTwice && act.IsDrawn && IsAskedOnceMore(seen, act, moment) || harm == StepHarm.Overflow && HasPermit(seen, act) || harm == StepHarm.ActsTwice && act.IsUpdate && IsDecidedElsewhere(seen, act))
                harm = StepHarm.None;

            if (act.Deed == Deed.TryAdd && harm == StepHarm.TwoObjects && HasLookedAgain(act, moment))
                harm = StepHarm.None;

            if (harm == StepHarm.None)
                harm = ByChoice(act, seen, gap);
            if (harm == StepHarm.None && seen.Question == Question.Items && act is { Deed: Deed.Remove, UsesTaken: false, Subject.Protection: Protection.Concurrent } && act.Keys.Contains(seen.Id) && program.Replaces(act.Subject.Path.Storage!) && IsValueSeen(act))
                harm = StepHarm.TakesOther;

            // Whether there is anything may have been asked before all of it is taken.
            if (harm == StepHarm.None && !isOfFailure && (!isReason || act.Deed == Deed.Write) && !IsReadAnew(seen, act, asked!, moment) && IsKept(seen, act, moment) is var isKept && (!isReason || isKept))
                harm = StepJudge.ByLoss(act, seen, program, isKept, isHeld: gap == Gap.Released && IsHeld(seen, moment));
            if (harm != StepHarm.None && !(gap == Gap.Steps && StepJudge.MayHaveOwner(act, harm, program)) && (best is null || gap > best.Gap || gap == best.Gap && harm < best.Harm || gap == best.Gap && harm == best.Harm && isData))
                best = new(act.Place, seen.Place, act.Subject, gap, harm, act.Deed, body.Id)
                {
                    Lock = gap == Gap.Unguarded ? act.Locks.Paths.OrderBy(static path => path.Key, StringComparer.Ordinal).FirstOrDefault()?.Storage?.Name
                        : gap == Gap.Released ? seen.Locks.Paths.FirstOrDefault(act.Locks.Contains)?.Storage?.Name : null,
                    Outer = gap == Gap.Released ? seen.Outer.Intersect(act.Locks) : HeldPaths.Empty,
                    Question = seen.Question,
                    NeedsFlows = harm == StepHarm.ActsTwice && StepJudge.NeedsFlows(act, gap),
                    NeedsWriters = act.IsChained || harm == StepHarm.TwoObjects && act.Deed == Deed.Write && !seen.IsNullTest || harm == StepHarm.LostUpdate && gap == Gap.Steps && act is { Deed: Deed.Write, IsCopy: false, Subject.Path.Storage.IsReferenceType: false },
                };
        }

        if (act is { SpansAwait: true, IsUpdate: true, Locks.IsEmpty: true })
            best = new(act.Place, act.Place, act.Subject, Gap.Await, StepHarm.LostUpdate, act.Deed, body.Id);
        if (best is not null)
            Report(best);
    }

    /// <summary>The value that is reset was read once more, in one step with the reset: that one is the result.</summary>
    private static bool IsReadAnew(Observation seen, Act act, List<Observation> asked, Moment moment) =>
        act.Deed == Deed.Write && asked.Exists(other => other.Id > seen.Id && other.Question == Question.Value && moment.Known.Since(other.Id) == Gap.None && other.Locks.Overlaps(act.Locks));

    /// <summary>A variable made of what was seen is used after the act, or was handed on before it, to work that the body has waited for.</summary>
    private bool IsKept(Observation seen, Act act, Moment moment) => IsPutAside(seen) || moment.Variables
        .Any(variable => variable.Value.Contains(seen.Id) && body.LocalReads.Any(read => read.Variable.Id == variable.Key && (read.Position > act.Place.Span.End || IsHandedOn(read.Position, seen, act))));

    /// <summary>What was read is stored on the spot: in a slot or member, or added to a collection of the body's own.</summary>
    private bool IsPutAside(Observation seen) => seen.Subject.Protection == Protection.Atomic && body.Root.All().Any(node => node switch
    {
        Access { Place: Value.Element or Value.Field } access => (access.Kind & (AccessKind.Write | AccessKind.Atomic | AccessKind.Content)) == AccessKind.Write && access.Span.Contains(seen.Span) && access.Span != seen.Span,
        Call { Receiver: Value.Local } call => call.Span.Contains(seen.Span) && CollectionSteps.Of(call.Method.ReceiverTypeId, call.Method.Name).Does is Deed.Append or Deed.Set or Deed.Add,
        _ => false,
    });

    private bool IsHandedOn(int position, Observation seen, Act act) => body.IsAsync && position > seen.Place.Span.End && body.Root.All().OfType<Await>()
        .Any(wait => wait.Span.Start > seen.Place.Span.End && wait.Span.End < act.Place.Span.Start && wait.Operand is Value.CallResult { Node: var number } && CallAt(number) is { } call && call.Arguments.Any(argument => argument.Span.Contains(position)));

    /// <summary>A variable holds what the state held.</summary>
    private static bool IsHeld(Observation seen, Moment moment) => !seen.IsNullTest && moment.Variables.Any(variable => variable.Value.Contains(seen.Id));

    private void Report(BrokenStep step)
    {
        var told = _broken.FindIndex(known => known.Act == step.Act && known.Subject.Equals(step.Subject));
        if (told < 0)
            _broken.Add(step);
        else if (_broken[told].Harm == StepHarm.Throws && step.Harm == StepHarm.LostUpdate)
            _broken[told] = step; // what throws is noticed, what is lost is not
    }

    /// <summary>The state was just made what it is: what was known of it before decides nothing any more.</summary>
    private Moment Forget(Forgetting gone, Moment moment)
    {
        if (!_madeOf.TryGetValue(gone.Subject, out var all))
            return moment;
        var known = moment.Known;
        foreach (var seen in all)
            if (known.Knows(seen.Id) && (gone.Item is null || seen.Item == gone.Item))
                known = known.Without(seen.Id);
        return ReferenceEquals(known, moment.Known) ? moment : moment with { Known = known };
    }

    private void NoteForgotten(Forgetting? gone)
    {
        if (gone is not null && _forgotten.Count < MaxObservations && _forgottenOnce.Add(gone))
            _forgotten.Add(gone);
    }
}
