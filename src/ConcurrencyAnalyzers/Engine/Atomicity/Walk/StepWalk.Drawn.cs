using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>Numbers that are given out: to draw one twice for one key gives its callers two different ones.</summary>
internal sealed partial class StepWalk
{
    /// <summary>A counter that is moved on, or the place behind the last item of what grows with it.</summary>
    private bool IsDrawn(Argument stored, Call call, Ids data)
    {
        var sources = stored.Value is Value.Local { Variable: var variable }
            ? body.Root.All().OfType<Bind>().Where(bind => bind.Variable.Equals(variable) && bind.Span.Start < call.Span.Start).Select(bind => new Place(body.FilePath, bind.Span)).ToArray()
            : [new Place(body.FilePath, stored.Span)];
        if (sources.Length == 0)
            return false;
        for (var id = data.Next(-1); id >= 0; id = data.Next(id))
            if (_observations[id] is { Question: Question.Amount } seen && Array.Exists(sources, source => source.Span.Contains(seen.Span)) && body.Root.All().OfType<Call>().Any(grow => GrowsOf(grow, seen.Subject)))
                return true;
        return body.Root.All().Any(node => IsCounter(node) && Array.Exists(sources, source => source.Span.Contains(node.Span)));
    }

    /// <summary>Under the lock the collection was asked once more, if by another name of the same thing, and that decides.</summary>
    private bool IsAskedOnceMore(Observation seen, Act act, Moment moment) => _madeOf.TryGetValue(act.Subject, out var all)
        && all.Exists(other => other.Id > seen.Id && moment.Reasons.Contains(other.Id) && !(moment.Known.Knows(other.Id) && moment.Known.Since(other.Id) != Gap.None) && other.Locks.Overlaps(act.Locks));

    private static bool IsCounter(Node node) => node is Access { Place: Value.Field, Operator: "++" or "--" or "+=" or "-=" }
        or Call { Method: { TypeId: "T:System.Threading.Interlocked", Name: "Increment" or "Decrement" or "Add" } };

    private bool GrowsOf(Call call, Subject collection) => call.Receiver is { } receiver
        && CollectionSteps.Of(call.Method.ReceiverTypeId, call.Method.Name).Does is Deed.Append or Deed.Add or Deed.Set or Deed.Include or Deed.TryAdd
        && PathOf(receiver) is { } path && ContentOf(path) is { } subject && subject.Equals(collection);
}
