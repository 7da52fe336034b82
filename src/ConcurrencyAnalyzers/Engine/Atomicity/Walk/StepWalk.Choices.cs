using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>Acts that rest on another state than their own, and items that were chosen in an earlier hold of the lock.</summary>
internal sealed partial class StepWalk
{
    /// <summary>
    /// A flag that was asked before the lock was taken let this in; who sets it takes out what is there under that lock. What
    /// comes later stays where it is.
    /// </summary>
    private void HoldEntry(Act act, Moment moment)
    {
        if (act is not { Deed: Deed.Append or Deed.Include or Deed.Set or Deed.Add or Deed.TryAdd, Subject: { IsContent: true, Protection: Protection.Plain, Path: { Storage: { } state } path }, Locks.IsEmpty: false } || path.Root == RootKind.Local)
            return;
        for (var id = moment.Reasons.Next(-1); id >= 0; id = moment.Reasons.Next(id))
            if (_observations[id] is { Locks.IsEmpty: true, Question: Question.Value, Item: null, Subject: { IsContent: false, Path: { Storage: { IsReferenceType: false, IsLocal: false } flag } } } seen && flag.OwnerId == state.OwnerId
                && moment.Known.Knows(id) && !IsAskedAgain(seen, act, moment) && LeavesQuietly(seen) && program.IsClosedWith(flag, state, act.Locks))
                Report(new(act.Place, seen.Place, act.Subject, Gap.Steps, StepHarm.TooLate, act.Deed, body.Id));
    }

    private bool IsAskedAgain(Observation seen, Act act, Moment moment) =>
        _madeOf[seen.Subject].Exists(other => other.Locks.Overlaps(act.Locks) && moment.Known.Knows(other.Id));

    /// <summary>A condition of its own; nobody is told by an exception that he comes too late.</summary>
    private bool LeavesQuietly(Observation seen)
    {
        var branches = body.Root.All().OfType<Branch>().Where(branch => branch.Condition.Span.Contains(seen.Place.Span)).ToArray();
        return branches.Length > 0 && !branches.Any(static branch => branch.Arms.Any(static arm => arm.All().Any(static node => node is Jump { Kind: JumpKind.Throw })));
    }

    /// <summary>
    /// The item was chosen of what was there in an earlier hold; it is taken out, whether it is still there or not, and goes on
    /// as the taker's own: returned, or put somewhere else.
    /// </summary>
    private StepHarm ByChoice(Act act, Observation seen, Gap gap) =>
        gap == Gap.Released && act is { Deed: Deed.Remove, IsDropped: true, UsesTaken: false, Subject: { IsContent: true, Protection: Protection.Plain } } && seen is { Item: null, IsChosen: false } && seen.Question is Question.Items or Question.Value or Question.Front
        && act.Keys.Contains(seen.Id) && act.Item is { Length: > 2 } item && GoesOn(item, act) ? StepHarm.ActsTwice : StepHarm.None;

    private bool GoesOn(string item, Act act)
    {
        foreach (var node in body.Root.All())
        {
            if (node is Jump { Kind: JumpKind.Return } jump && jump.Span.Start > act.Place.Span.End && LocalsIn(jump.Span).Any(variable => item.IndexOf(variable.Id, StringComparison.Ordinal) >= 0))
                return true;
            if (node is Call { Receiver: Value.Field } call && CollectionSteps.Of(call.Method.ReceiverTypeId, call.Method.Name).Does is Deed.Set or Deed.Add or Deed.Append or Deed.Include or Deed.TryAdd
                && call.Arguments.Any(argument => ItemOf(argument) == item) && PathOf(call.Receiver) is { } other && !other.Equals(act.Subject.Path))
                return true;
        }

        return false;
    }

    /// <summary>A copy that is made of a collection: everything was read.</summary>
    private bool TryCopy(Call call, ref Moment moment)
    {
        if (call is not { IsConstruction: true, Method.IsSource: false, Arguments: [{ IsByRef: false, Value: var source }] } || !call.Method.TypeId.StartsWith("T:System.Collections.Generic.", StringComparison.Ordinal)
            || source is not Value.Field { Facts.Safety: TypeSafety.ThreadUnsafe } || PathOf(source) is not { } path || ContentOf(path) is not { } subject)
            return false;
        moment = Observe(call, subject, null, Question.Items, PlaceOf(call), moment, call.Span, out var id);
        _results[call.Number] = Ids.Of(id);
        return true;
    }
}
