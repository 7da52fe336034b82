using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

internal sealed partial class StepWalk
{
    private Moment ExecuteAccess(Access access, Moment moment)
    {
        // What is done to a collection is read from the call, and atomic access from its call.
        if ((access.Kind & (AccessKind.Content | AccessKind.Atomic)) != 0 || VariableOf(access.Place) is not { } subject)
            return moment;
        var place = new Place(body.FilePath, access.Span);
        var item = access.Place is Value.Element element ? element.Index + ":" + element.IndexName : null;
        if ((access.Kind & AccessKind.Write) == 0)
            return Observe(access, subject, item, Question.Value, place, moment, access.Span, out _);
        var isUpdate = access.Operator.Length > 0 && access.Operator is not ("=" or "??=");
        return Perform(new Act(subject, item, Deed.Write, place)
        {
            Data = isUpdate ? ImmutableHashSet<int>.Empty : In(access.Span, moment),
            IsUpdate = isUpdate,
            SpansAwait = access.SpansAwait,
            IsConstant = (access.Kind & AccessKind.Constant) != 0,
            IsReset = (access.Kind & AccessKind.Constant) != 0 && IsResetOf(access, subject),
            IsCopy = access.IsCopy && !LocalsIn(access.Span).Any(variable => _derived.Contains(variable.Id)),
            Stored = access is { IsCopy: true, Stored: Value.UnknownValue } && LocalsIn(access.Span).LastOrDefault() is { } copied ? new Value.Local(copied) : access.Stored,
            StoredTypeId = subject.Path.Storage!.TypeId,
            StoresIdentity = subject.Path.Storage.IsDisposable || IsEmpty(access.Stored, access.Span.Start),
            IsDropped = true,
        }, moment);
    }

    private static bool IsResetOf(Access access, Subject subject) =>
        IsReset(access.Stored) || subject.Path.Storage is { IsReferenceType: true };

    /// <summary>Holds an act against what is known of its state; what the act itself makes so is no longer in doubt.</summary>
    private Moment Perform(Act act, Moment moment, bool isOwn = true)
    {
        if (isOwn)
            act = act with { Locks = moment.Locks };
        act = act with { IsCaught = act.IsCaught || _handled > 0, IsTeardown = act.IsTeardown || Teardown.Is(body.DisplayName) || act.IsConstant && Teardown.Is(act.Subject.Path.Storage!.Name) };
        var asked = moment.Known.Where(pair => _observations[pair.Key] is var seen && seen.Subject.Key == act.Subject.Key && seen.Concerns(act.Item))
            .Select(pair => (Seen: _observations[pair.Key], Gap: pair.Value)).OrderBy(static pair => pair.Seen.Id).ToArray();
        var isChecked = asked.Any(pair => pair.Gap == Gap.None && (moment.Reasons.Contains(pair.Seen.Id) || act.Data.Contains(pair.Seen.Id) && pair.Seen.IsNullTest)
            && pair.Seen.Locks.Any(act.Locks.ContainsKey) | pair.Seen.Subject.Protection == Protection.Plain);
        if (!act.IsChecked && !isChecked)
            Hold(act, asked, moment);
        if (_acts.Count < MaxObservations && (act.Subject.Path.Root is not Locations.RootKind.Object))
            _acts.Add(act with { IsChecked = act.IsChecked || isChecked });
        return act.Deed == Deed.Get ? moment : Forget(act.Subject, moment, act.Deed is Deed.Write or Deed.Clear ? null : act.Item, act.Deed);
    }

    private void Hold(Act act, (Observation Seen, Gap Gap)[] asked, Moment moment)
    {
        // The value that is stored comes from the state itself and is newer than the doubt.
        var isRenewed = asked.Any(pair => pair.Gap == Gap.None && act.Data.Contains(pair.Seen.Id) && pair.Seen.Locks.Any(act.Locks.ContainsKey));
        BrokenStep? best = null;
        foreach (var (seen, gap) in asked)
        {
            if (gap == Gap.None || gap == Gap.Released && act.Subject.Protection == Protection.Plain && !seen.Locks.Any(act.Locks.ContainsKey))
                continue;
            var isData = act.Data.Contains(seen.Id);
            var isReason = moment.Reasons.Contains(seen.Id);
            if (gap == Gap.Unguarded && !(isData && act.Locks.Count > 0 && table.Uses.IsChangedOutside(seen.Subject.Path.Storage!, body.MemberId)))
                continue;

            // What a long callee does under which of its own conditions is not known here.
            var harm = isData && !isRenewed ? StepJudge.ByValue(act, seen, gap, body, table.Uses) : StepHarm.None;
            if (!act.IsSmall || gap == Gap.Unguarded && harm != StepHarm.LostUpdate)
                continue;
            if (harm == StepHarm.None && isReason)
                harm = StepJudge.ByDecision(act, seen, gap, body, table.Uses);
            if (harm == StepHarm.None && !isReason)
                harm = StepJudge.ByLoss(act, seen, table.Uses, IsKept(seen, act, moment));
            if (harm != StepHarm.None && (best is null || gap > best.Gap || gap == best.Gap && harm < best.Harm || gap == best.Gap && harm == best.Harm && isData))
                best = new(act.Place, seen.Place, act.Subject, gap, harm, act.Deed, body.Id)
                {
                    Lock = gap == Gap.Unguarded ? act.Locks.Values.OrderBy(static path => path.Key, StringComparer.Ordinal).FirstOrDefault()?.Storage?.Name
                        : gap == Gap.Released ? seen.LockPaths.FirstOrDefault(path => act.Locks.ContainsKey(path.Key))?.Storage?.Name : null,
                    Question = seen.Question,
                };
        }

        if (act is { SpansAwait: true, IsUpdate: true, Locks.Count: 0 })
            best = new(act.Place, act.Place, act.Subject, Gap.Await, StepHarm.LostUpdate, act.Deed, body.Id);
        if (best is not null)
            Report(best);
    }

    /// <summary>A variable made of what was seen is used after the act.</summary>
    private bool IsKept(Observation seen, Act act, Moment moment) => moment.Variables
        .Any(variable => variable.Value.Contains(seen.Id) && body.LocalReads.Any(read => read.Position > act.Place.Span.End && read.Variable.Id == variable.Key));

    private void Report(BrokenStep step)
    {
        if (!_broken.ContainsKey((step.Act, step.Subject.Key)))
            _broken[(step.Act, step.Subject.Key)] = step;
    }

    /// <summary>The state was just made what it is: what was known of it before decides nothing any more.</summary>
    private Moment Forget(Subject subject, Moment moment, string? item = null, Deed deed = Deed.Write)
    {
        var gone = moment.Known.Keys.Where(id => _observations[id] is var seen && seen.Subject.Key == subject.Key
            && (item is null && deed is Deed.Write or Deed.Clear || seen.Item is not null && seen.Item == item));
        return moment with { Known = moment.Known.RemoveRange(gone) };
    }
}
