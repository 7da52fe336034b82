using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

internal sealed partial class StepWalk
{
    private Dictionary<string, Value?>? _aliases;
    private HashSet<string>? _declared;

    /// <summary>The storage or object that a value names; null where it has no name.</summary>
    private AccessPath? PathOf(Value? value, int depth = 0) => depth > 6 ? null : value switch
    {
        Value.ThisValue => AccessPath.This,
        Value.Local local => AliasOf(local.Variable) is { } other && PathOf(other, depth + 1) is { } path ? path : AccessPath.Local(local.Variable),
        Value.Field { Receiver: null } field => AccessPath.Static(field.Facts),
        Value.Field field => PathOf(field.Receiver, depth + 1)?.Field(field.Facts),
        Value.Element element => PathOf(element.Container, depth + 1)?.Element(element.Index, element.IndexName),
        _ => null,
    };

    /// <summary>What a local stands for that is set once, to a field.</summary>
    private Value? AliasOf(FieldFacts variable)
    {
        _aliases ??= body.Root.All().OfType<Bind>().GroupBy(static bind => bind.Variable.Id)
            .ToDictionary(static binds => binds.Key, static binds => binds.Count() == 1 && binds.First().Value is Value.Field { Facts.IsReferenceType: true } field ? (Value?)field : null, StringComparer.Ordinal);
        return _aliases.TryGetValue(variable.Id, out var value) ? value : null;
    }

    /// <summary>The variables of this run of the body: nobody else sees what is made of them alone.</summary>
    private bool IsOwn(AccessPath path) => path is { Root: RootKind.Local, RootField: { } variable }
        && (_declared ??= new(body.Root.All().OfType<Declare>().Select(static declare => declare.Variable.Id), StringComparer.Ordinal)).Contains(variable.Id);

    private Subject? ContentOf(AccessPath path)
    {
        if (path.Root == RootKind.Object || path.Storage is not { IsThreadBound: false } storage || IsOwn(path))
            return null;
        return new(path, IsContent: true, storage.TypeId.StartsWith("T:System.Collections.Concurrent.", StringComparison.Ordinal) ? Protection.Concurrent : Protection.Plain);
    }

    private Subject? VariableOf(Value place)
    {
        if (PathOf(place) is not { Root: not RootKind.Object } path || path.Storage is not { IsThreadBound: false } storage || storage.IsReadOnly && !path.EndsInElement || IsOwn(path))
            return null;
        return new(path, IsContent: false, program.IsAtomic(storage) && !path.EndsInElement ? Protection.Atomic : Protection.Plain);
    }

    /// <summary>Which of its items a step on a collection concerns; "?" where the text does not tell.</summary>
    private string ItemOf(Argument argument)
    {
        switch (argument.Value)
        {
            case Value.Constant constant:
                return "C:" + constant.Text;
            case Value.Local local:
                return "L:" + local.Variable.Id;
            case Value.Field field when PathOf(field) is { } path:
                return "F:" + path.Key;
            default:
                var parts = LocalsIn(argument.Span).Select(static variable => variable.Id).Distinct().ToArray();
                return parts.Length == 0 ? "?" : "S:" + string.Join(",", parts) + "#" + argument.Span.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    private IEnumerable<FieldFacts> LocalsIn(TextSpan span)
    {
        var reads = body.LocalReads;
        var (low, high) = (0, reads.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (reads[middle].Position < span.Start)
                low = middle + 1;
            else
                high = middle;
        }

        for (; low < reads.Length && reads[low].Position < span.End; low++)
            yield return reads[low].Variable;
    }

    /// <summary>The observations made in a piece of source, and those that the variables read there were made of.</summary>
    private Ids In(TextSpan span, Moment moment)
    {
        var found = Ids.Empty;
        if (span.IsEmpty || _observations.Count == 0)
            return found;
        foreach (var seen in _named)
            if (span.Contains(seen.Span) && moment.Known.Knows(seen.Id))
                found = found.Add(seen.Id);
        if (moment.Variables.IsEmpty)
            return found;
        foreach (var variable in LocalsIn(span))
            if (moment.Variables.TryGetValue(variable.Id, out var made))
                found = found.Union(made);
        return found;
    }

    private Ids Of(Value value, Moment moment) => value switch
    {
        Value.Local local => moment.Variables.TryGetValue(local.Variable.Id, out var made) ? made : Ids.Empty,
        Value.CallResult call => _results.TryGetValue(call.Node, out var result) ? result : Ids.Empty,
        Value.Field or Value.Element when _observations.Count > 0 && VariableOf(value) is { } subject => KnownOf(subject, moment, static _ => true),
        Value.Either either => either.Options.Aggregate(Ids.Empty, (all, option) => all.Union(Of(option, moment))),
        _ => Ids.Empty,
    };

    private Ids KnownOf(Subject subject, Moment moment, Func<Observation, bool> which)
    {
        var known = Ids.Empty;
        if (_madeOf.TryGetValue(subject, out var all))
            foreach (var seen in all)
                if (moment.Known.Knows(seen.Id) && which(seen))
                    known = known.Add(seen.Id);
        return known;
    }

    private Moment Observe(Node node, Subject subject, string? item, Question question, Place place, Moment moment, TextSpan span, out int id, HeldPaths? locks = null, bool isNamed = true, bool isChosen = false)
    {
        if (Made(node, subject, question, isNamed, isChosen) is not { } seen)
        {
            id = 0;
            if (_observations.Count >= MaxObservations)
                return moment;
            seen = new(_observations.Count, subject, item, question, place)
            {
                Locks = locks ?? moment.Locks,
                IsSinceSet = moment.Given.Contains(subject),
                UpdatedAt = moment.Updated.TryGetValue(subject, out var updated) ? updated : null,
                Span = span,
                IsNamed = isNamed,
                IsChosen = isChosen,
            };
            _observations.Add(seen);
            AddTo(_madeAt, node, seen);
            AddTo(_madeOf, subject, seen);
            if (isNamed)
                _named.Add(seen);
        }

        id = seen.Id;
        seen.Outer = locks is null ? HeldPaths.Empty : moment.Locks.Without(locks);
        var gap = seen.Locks.Overlaps(moment.Locks) ? Gap.None
            : !seen.Locks.IsEmpty ? Gap.Released
            : subject.Protection != Protection.Plain ? Gap.Steps : Gap.None;
        return moment with { Known = moment.Known.With(id, gap) };
    }

    /// <summary>The same observation, made in another walk of a loop.</summary>
    private Observation? Made(Node node, Subject subject, Question question, bool isNamed, bool isChosen)
    {
        if (_madeAt.TryGetValue(node, out var all))
            foreach (var seen in all)
                if (seen.Question == question && seen.IsNamed == isNamed && seen.IsChosen == isChosen && seen.Subject.Equals(subject))
                    return seen;
        return null;
    }

    private static void AddTo<TKey>(Dictionary<TKey, List<Observation>> map, TKey key, Observation seen) where TKey : class
    {
        if (!map.TryGetValue(key, out var all))
            map[key] = all = [];
        all.Add(seen);
    }
}
