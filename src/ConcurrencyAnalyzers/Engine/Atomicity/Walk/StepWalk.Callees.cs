using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>Calls of the program's own code: the steps of the callee are steps here.</summary>
internal sealed partial class StepWalk
{
    private Moment CallSource(Call call, Moment moment)
    {
        var targets = program.Targets(call.Method);
        if (targets.Length != 1 || call.IsConstruction)
            return LooksLikeLock(call) ? Enter(AccessPath.Object("scope " + call.Number), moment) : moment;
        var receiver = call.Receiver is null ? null : PathOf(call.Receiver);
        if (call.Receiver is not null && receiver is null)
            return moment;
        moment = Apply(call, targets[0], receiver, moment);
        if (program.SummaryOf(targets[0]) is { } summary)
        {
            // A failed attempt is left behind by its own test.
            foreach (var taken in summary.Acquired.Held.Concat(summary.AcquiredWhenTrue.Held))
                if (Rename(taken.Path, summary.Body, receiver, call) is { } path)
                    moment = Enter(path, moment);
            foreach (var released in summary.Released)
                if (Rename(released, summary.Body, receiver, call) is { } path && moment.Locks.Contains(path))
                    moment = Leave(path, moment);
        }

        return LooksLikeLock(call) ? Enter(AccessPath.Object("scope " + call.Number), moment) : moment;
    }

    /// <summary>A callee's steps, in this body's names and under its locks.</summary>
    private Moment Apply(Call call, string target, AccessPath? receiver, Moment moment)
    {
        if (program.Body(target) is not { } callee)
            return moment;
        var summary = program.StepsOf(target);
        foreach (var act in summary.Acts)
            if (Rename(act.Subject.Path, callee, receiver, call) is { } path && !IsRuledOut(act, callee, call))
                moment = Perform(Renamed(act, path, callee, receiver, call, moment), moment, isOwn: false);
        var isFelt = false;
        foreach (var gone in summary.Forgotten)
            if (Rename(gone.Subject.Path, callee, receiver, call) is { } path)
            {
                var here = ReferenceEquals(path, gone.Subject.Path) && gone.Item is null ? gone : new(gone.Subject with { Path = path }, RenameItem(gone.Item, callee, call));
                moment = Forget(here, moment);
                if (path.Root is RootKind.Object)
                    continue;
                NoteForgotten(here);
                isFelt = true;
            }

        foreach (var refused in moment.Locks.IsEmpty ? ImmutableArray<Subject>.Empty : summary.Refuses)
            if (Rename(refused.Path, callee, receiver, call) is { } path)
                moment = AskAgain(ReferenceEquals(path, refused.Path) ? refused : refused with { Path = path }, moment);
        if (isFelt)
            _steps += summary.Steps;
        return ObserveResult(summary, call, callee, receiver, moment);
    }

    /// <summary>The callee does it where it is handed null; here it is handed an object.</summary>
    private bool IsRuledOut(Act act, BodyFacts callee, Call call)
    {
        if (act.Place.FilePath != callee.FilePath)
            return false;
        if (!_nullTests.TryGetValue(callee.Id, out var tests))
            _nullTests[callee.Id] = tests = callee.Root.All().OfType<Branch>().Where(branch => branch is { IsPlainNullTest: true, NullArm: >= 0, NullTested: Value.Local { Variable: var parameter } }
                && callee.Parameters.Contains(parameter) && !callee.Root.All().Any(node => node is Bind bind && bind.Variable.Equals(parameter))).ToArray();
        foreach (var test in tests)
            if (test.Arms[test.NullArm].Span.Contains(act.Place.Span) && ArgumentFor(((Value.Local)test.NullTested).Variable, callee, call) is { } handed && IsMadeHere(handed.Value))
                return true;
        return false;
    }

    /// <summary>By callee, where it asks whether a parameter is null that it never sets itself.</summary>
    private readonly Dictionary<string, Branch[]> _nullTests = new(StringComparer.Ordinal);

    private bool IsMadeHere(Value value) => value switch
    {
        Value.CallResult { Node: var made } => body.Root.All().Any(node => node is Call { IsConstruction: true } call && call.Number == made),
        Value.Local { Variable: var variable } => !body.Parameters.Contains(variable) && body.Root.All().OfType<Bind>().Where(bind => bind.Variable.Equals(variable)).Select(static bind => bind.Value).ToArray() is { Length: > 0 } given
            && Array.TrueForAll(given, one => one is Value.CallResult && IsMadeHere(one)),
        _ => false,
    };

    private Act Renamed(Act act, AccessPath path, BodyFacts callee, AccessPath? receiver, Call call, Moment moment)
    {
        var locks = moment.Locks;
        foreach (var held in act.Locks.Paths)
            if (Rename(held, callee, receiver, call) is { } renamed)
                locks = locks.Add(renamed);
        var stored = act.Stored is Value.Local { Variable: var parameter } ? ArgumentFor(parameter, callee, call) : null;
        return act with
        {
            Subject = act.Subject with { Path = path },
            Item = RenameItem(act.Item, callee, call),
            Place = PlaceOf(call),
            Locks = locks,
            Keys = KeyFor(act.Item, callee, call) is { } chosen ? In(chosen.Span, moment) : Ids.Empty,
            Data = act.Data.IsEmpty && stored is { } given ? In(given.Span, moment).Union(ReadBy(call, moment)) : Ids.Empty,
            Stored = stored?.Value ?? (act.Stored is Value.Constant ? act.Stored : Value.Unknown),
            StoredTypeId = stored is { } argument && TypeOf(argument.Value) is { Length: > 0 } type ? type : act.StoredTypeId,
            SpansAwait = false, // One step that waits in the middle is told where it stands.
            IsCopy = act.IsCopy && IsCopy(stored?.Value) && ReadBy(call, moment).IsEmpty,
            IsConstant = act.IsConstant || stored?.Value is Value.Constant,
            IsReset = act.IsReset || stored is { } constant && IsReset(constant.Value),
            UsesTaken = act.UsesTaken || !call.IsDropped && (call.Method.ReturnTypeId != "T:System.Boolean" || call.Arguments.Any(static argument => argument.IsByRef)), // a yes or no says nothing of what it was
        };
    }

    /// <summary>What went into the callee's result was seen here.</summary>
    private Moment ObserveResult(StepSummary summary, Call call, BodyFacts callee, AccessPath? receiver, Moment moment)
    {
        var results = Ids.Empty;
        foreach (var seen in summary.Returned)
        {
            if (Rename(seen.Subject.Path, callee, receiver, call) is not { } path)
                continue;
            var locks = HeldPaths.Empty;
            var isNamed = true;
            foreach (var held in seen.Locks.Paths)
                if (Rename(held, callee, receiver, call) is { } renamed)
                    locks = locks.Add(renamed);
                else
                    isNamed = false;
            if (!isNamed)
                continue;
            moment = Observe(call, seen.Subject with { Path = path }, RenameItem(seen.Item, callee, call), seen.Question, PlaceOf(call), moment, call.Span, out var id, locks.IsEmpty ? moment.Locks : locks, isChosen: seen.IsChosen);
            if (seen.IsOrdered)
                _observations[id].IsOrdered = true;
            results = results.Add(id);
        }

        if (!results.IsEmpty)
            _results[call.Number] = results;
        return moment;
    }

    private AccessPath? Rename(AccessPath path, BodyFacts callee, AccessPath? receiver, Call call) => path.Root switch
    {
        RootKind.Static => path,
        RootKind.This => receiver is null ? null : path.Rebase(receiver),
        RootKind.Local when call.IsDelegateCall && !callee.Parameters.Contains(path.RootField!) => path,
        RootKind.Local when ArgumentFor(path.RootField!, callee, call) is { } argument => PathOf(argument.Value) is { } given ? path.Rebase(given) : null,
        _ => null,
    };

    private static Argument? ArgumentFor(FieldFacts parameter, BodyFacts callee, Call call)
    {
        var ordinal = callee.Parameters.IndexOf(parameter);
        foreach (var argument in call.Arguments)
            if (ordinal >= 0 && argument.Ordinal == ordinal)
                return argument;
        return null;
    }

    private string? RenameItem(string? item, BodyFacts callee, Call call)
    {
        if (item is null || item[0] is 'C' or '?')
            return item;
        return KeyFor(item, callee, call) is { } argument ? ItemOf(argument) : call.IsDelegateCall && !callee.Parameters.Any(parameter => item == "L:" + parameter.Id) ? item : "?";
    }

    /// <summary>What the call hands in for the item.</summary>
    private static Argument? KeyFor(string? item, BodyFacts callee, Call call)
    {
        foreach (var parameter in callee.Parameters)
            if (item is not null && item == "L:" + parameter.Id)
                return ArgumentFor(parameter, callee, call);
        return null;
    }
}
