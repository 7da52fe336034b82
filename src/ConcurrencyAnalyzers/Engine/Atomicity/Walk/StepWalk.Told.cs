using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>What was looked at and settled before: a variable carries out of a region which way was taken in it, a callee asks again.</summary>
internal sealed partial class StepWalk
{
    /// <summary>The value of a variable that only one arm of a branch gives it, what that arm has settled, and where the branch ends.</summary>
    private sealed record Told(string Value, Ids Settled, int End);

    private Dictionary<string, Told>? _told;

    /// <summary>States that decide whether the body throws, looked at under its caller's locks alone.</summary>
    private readonly HashSet<Subject> _refuses = [];

    /// <summary>
    /// <c>if (state == X) { state = Y; isMine = true; } else …</c>: who finds the variable set later comes from the arm that has
    /// made the state what it is; what the other arm still knows of it does not concern him.
    /// </summary>
    private void NoteTold(Branch branch, Moment?[] ends, Moment? result)
    {
        if (ends is not [{ } first, { } second] || result is null || ReferenceEquals(first.Known, second.Known))
            return;
        NoteTold(branch, branch.Arms[0], first, result);
        NoteTold(branch, branch.Arms[1], second, result);
    }

    private void NoteTold(Branch branch, Node arm, Moment end, Moment result)
    {
        var settled = Ids.Empty;
        for (var id = 0; id < result.Known.End; id++)
            if (result.Known.Knows(id) && !end.Known.Knows(id))
                settled = settled.Add(id);
        if (settled.IsEmpty)
            return;
        foreach (var bind in arm.All().OfType<Bind>())
            if (bind is { Variable.IsBool: true, Value: Value.Constant { Text: var text } } && IsSetThereAlone(bind, text, branch))
                (_told ??= new(StringComparer.Ordinal))[bind.Variable.Id] = new(text, settled, branch.Span.End);
    }

    /// <summary>The variable has the other value before, and nothing else changes it.</summary>
    private bool IsSetThereAlone(Bind bind, string value, Branch branch) =>
        body.Root.All().OfType<Bind>().Where(other => other.Variable.Equals(bind.Variable)).Distinct().ToArray() is [{ Value: Value.Constant { Text: var start } } before, var set]
        && ReferenceEquals(set, bind) && start != value && before.Span.Start < branch.Span.Start;

    /// <summary>The moment at the start of an arm of a test of such a variable.</summary>
    private Moment ToldBefore(Branch branch, int arm, Moment tested)
    {
        if (_told is null || branch is not { Arms.Length: 2, Test: Value.Local { Variable: { IsBool: true, Id: var flag } } } || !_told.TryGetValue(flag, out var told) || branch.Span.Start < told.End)
            return tested;
        var value = arm == (branch.Negated ? 1 : 0) ? "True" : "False";
        return value == told.Value ? tested with { Known = tested.Known.Without(told.Settled.Contains) } : tested;
    }

    /// <summary>The way that led here ends with an exception: what was looked at on it is asked for.</summary>
    private void NoteRefused(Moment moment)
    {
        for (var id = moment.Reasons.Next(-1); id >= 0; id = moment.Reasons.Next(id))
            if (_observations[id] is { Subject.IsContent: false } seen && seen.Locks.Without(moment.Locks).IsEmpty && moment.Known.Knows(id) && moment.Known.Since(id) == Gap.None && moment.Locks.Without(_entry).IsEmpty)
                _refuses.Add(seen.Subject);
    }

    /// <summary>A callee has looked at the state again, under the locks that are held here: what was known of it before is settled.</summary>
    private Moment AskAgain(Subject subject, Moment moment) => _madeOf.TryGetValue(subject, out var all)
        ? moment with { Known = moment.Known.Without(id => all.Exists(seen => seen.Id == id) && moment.Known.Since(id) != Gap.None) }
        : moment;

    /// <summary>Done while the exception is made that is thrown: it belongs to that.</summary>
    private bool IsThrown(Act act) => body.Root.All().OfType<Jump>().Any(jump => jump.Kind == JumpKind.Throw && jump.Span.Contains(act.Place.Span));

    /// <summary>
    /// A count that goes with what was taken out, or put in, in one step: who succeeded counts, whatever the first look said. Or a step
    /// that the look itself takes each time: the same member did both.
    /// </summary>
    private bool IsDecidedElsewhere(Observation seen, Act act)
    {
        foreach (var node in body.Root.All())
            if (node is Branch branch && branch.Span.Contains(act.Place.Span) && !branch.Condition.Span.Contains(act.Place.Span) && branch.Condition.Span.Start > seen.Place.Span.End
                && branch.Condition.All().Any(static part => part is Call taken && CollectionSteps.Of(taken.Method.ReceiverTypeId, taken.Method.Name).Does is Deed.TryTake or Deed.Remove or Deed.TryAdd or Deed.Include))
                return true;
        return SourceCallAt(act.Place) is { } step && SourceCallAt(seen.Place) is { } look && step.Method.Id == look.Method.Id;
    }

    private Call? SourceCallAt(Place place) => body.Root.All().OfType<Call>().FirstOrDefault(call => call.Method.IsSource && PlaceOf(call) == place);

    /// <summary><c>if (isFull &amp;&amp; !item.IsUrgent) return;</c>: there are some that are let in however many there are.</summary>
    private void NoteLoose(Branch branch, Moment?[] ends, Moment tested)
    {
        if (ends.Length != 2 || branch.Condition.All().OfType<Branch>().FirstOrDefault() is not { Arms: [var first, var second] } parts || IsEmpty(first) == IsEmpty(second))
            return;
        var isRefusal = ends[0] is null != ends[1] is null;
        var (left, right) = (In(parts.Condition.Span, tested).Union(Of(parts.Test, tested)), In((IsEmpty(first) ? second : first).Span, tested));
        if (IsEmpty(first) == isRefusal || left.IsEmpty == right.IsEmpty || HasCalls(left.IsEmpty ? parts.Condition : IsEmpty(first) ? second : first))
            return;
        var limits = left.Union(right);
        for (var id = limits.Next(-1); id >= 0; id = limits.Next(id))
            _observations[id].IsLoose = true;

        static bool HasCalls(Node part) => part.All().OfType<Call>().Any(static call => !call.Method.Name.StartsWith("get_", StringComparison.Ordinal));
    }
}
