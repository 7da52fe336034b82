using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

internal sealed partial class StepWalk
{
    /// <summary>Entries that were put in so that there is one.</summary>
    private readonly List<Act> _ensured = [];

    /// <summary>In a walk of the entries, the value of the one that goes was looked at: what goes is whatever is under its key by then, unless the entry itself is named.</summary>
    private bool IsValueSeen(Act act)
    {
        if (!act.IsByKey)
            return false;
        foreach (var node in body.Root.All())
            if (node is Loop { Kind: LoopKind.ForEach, Variables: var variables } loop && loop.Span.Contains(act.Place.Span)
                && (variables is [var entry] ? loop.Body.All().Any(part => part is Call { Method.Name: "get_Value", Receiver: Value.Local { Variable: var read } } && read.Equals(entry) && part.Span.Start < act.Place.Span.Start)
                    : variables is [_, var value] && body.LocalReads.Any(read => read.Variable.Equals(value) && loop.Span.Contains(read.Position) && read.Position < act.Place.Span.Start)))
                return true;
        return false;
    }

    /// <summary>The key is a variable of the body that a call has given: a number or an identity that was drawn for the entry.</summary>
    private bool IsOfOwnKey(Act put) => body.Root.All().OfType<Call>().FirstOrDefault(call => PlaceOf(call) == put.Place) is { } call && call.Argument(0) is Value.Local { Variable: var key }
        && body.Root.All().OfType<Bind>().Any(bind => bind.Variable.Equals(key) && bind.Value is Value.CallResult);

    /// <summary>
    /// The entry was put in where there was none, on one way, and is looked up as what must be there, on all: whoever takes entries
    /// out has taken this one meanwhile.
    /// </summary>
    private void HoldEnsured(Act act, List<Observation>? asked, Moment moment)
    {
        if (act.Deed == Deed.TryAdd || act.Deed == Deed.Set && asked is not null && asked.Exists(seen => seen.Question == Question.Presence && moment.Reasons.Contains(seen.Id)))
        {
            if (!IsOfOwnKey(act))
                _ensured.Add(act);
        }
        else if (act is { Deed: Deed.Get, IsCaught: false } && _ensured.Find(put => put.Item == act.Item && act.Item != "?" && put.Subject.Equals(act.Subject) && put.Place.FilePath == act.Place.FilePath && put.Place.Span.End < act.Place.Span.Start && !put.Locks.Overlaps(act.Locks)) is { } ensured
            && program.Removes(act.Subject.Path.Storage!))
            Report(new(act.Place, ensured.Place, act.Subject, Gap.Steps, StepHarm.Throws, Deed.Get, body.Id) { Question = Question.Presence });
    }
}
