using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Publication;

/// <summary>An object in a field that is changed under a lock only.</summary>
/// <param name="Lock">The lock, in the names of the field's owner.</param>
/// <param name="Change">A change of it.</param>
internal sealed record GuardedObject(FieldFacts Field, AccessPath Lock, Effect Change)
{
    /// <summary>What the collection holds is changed, or slots of the array.</summary>
    public bool HasContent { get; init; }

    /// <summary>Its items are objects that the lock guards too.</summary>
    public bool HasGuardedItems { get; init; }

    /// <summary>Its items are collections that are filled under the lock: a copy of the outer one holds them too.</summary>
    public bool HasInnerCollections { get; init; }
}

/// <summary>
/// Which objects a type guards: those that it changes after construction, by adding to a collection, storing in an array
/// or assigning members, always under one lock.
/// </summary>
internal sealed class GuardedObjects
{
    private readonly Dictionary<string, GuardedObject> _byField = new(StringComparer.Ordinal);

    public GuardedObjects(PublicationScope scope)
    {
        var changes = new Dictionary<string, List<Effect>>(StringComparer.Ordinal);
        foreach (var summary in scope.Summaries)
        {
            if (summary.Body.IsNested || !scope.IsLive(summary.Body))
                continue;
            var entry = scope.EntryOf(summary.Body);
            foreach (var effect in summary.Effects.Concat(summary.Forks.SelectMany(static fork => fork.Effects)))
                if (effect is { IsInvocation: false, IsSignal: false, Writes: true } && InnerOf(effect.Path) is { } field && IsOwn(summary, effect))
                {
                    if (!changes.TryGetValue(field.Id, out var list))
                        changes[field.Id] = list = [];
                    list.Add(entry.IsEmpty ? effect : effect with { Locks = effect.Locks.Union(entry) });
                }
        }

        foreach (var list in changes.Values)
            if (LockOf(list) is { } guard)
            {
                var field = InnerOf(list[0].Path)!;
                _byField[field.Id] = new(field, guard, list.OrderBy(static effect => effect.Place).First())
                {
                    HasContent = list.Any(static effect => StepAfterField(effect.Path).Kind != StepKind.Field),
                };
            }

        if (_byField.Count > 0)
            foreach (var body in scope.Bodies.Where(scope.IsLive))
                FindGuardedItems(scope, PublicationScope.TrailOf(body));
    }

    public GuardedObject? Of(Value value) => value is Value.Field { Receiver: null or Value.ThisValue, Facts: var field } && _byField.TryGetValue(field.Id, out var guarded) ? guarded : null;

    /// <summary>
    /// Items that the type itself fills or assigns members of, under the lock of the collection: inner collections and plain
    /// data. An object that is only called looks after itself.
    /// </summary>
    private void FindGuardedItems(PublicationScope scope, Trail trail)
    {
        for (var i = 0; i < trail.Stops.Count; i++)
        {
            if (trail.Stops[i].Node is not Access access || (access.Kind & AccessKind.Write) == 0)
                continue;
            var target = (access.Kind & AccessKind.Content) != 0 ? access.Place : access.Place is Value.Field { Receiver: { } owner } ? owner : access.Place is Value.Element { Container: var container } ? container : null;
            var isFilled = (access.Kind & (AccessKind.Content | AccessKind.Unproven | AccessKind.Unknown)) == AccessKind.Content;
            if (target is not null && CollectionOf(trail, target, i) is { } guarded && (!guarded.HasGuardedItems || isFilled && !guarded.HasInnerCollections) && scope.LocksAt(trail.Body, access.Span).Contains(guarded.Lock.Key))
                _byField[guarded.Field.Id] = guarded with { HasGuardedItems = true, HasInnerCollections = guarded.HasInnerCollections || isFilled };
        }
    }

    /// <summary>The guarded collection of which the value is an item.</summary>
    private GuardedObject? CollectionOf(Trail trail, Value item, int at)
    {
        if (item is Value.Local { Variable: var variable })
        {
            if (trail.BindOf(variable, at) is { } bind && CollectionOf(trail, bind.Value, bind.Index) is { } held)
                return held;
            for (var i = at - 1; i >= 0; i--)
                if (trail.Stops[i].Node is Call { Receiver: { } receiver } call && call.Arguments.Any(argument => argument.IsByRef && argument.Value.Equals(item)))
                    return LiveViews.GivesItem(call) ? Of(receiver) : null;
            return null;
        }

        return item switch
        {
            Value.Element element => Of(element.Container),
            Value.CallResult { Node: var node } when trail.CallOf(node) is { Method.IsSource: false } call && LiveViews.GivesItem(call) => Of(call.Receiver ?? call.Argument(0)),
            Value.Either either => either.Options.Select(option => CollectionOf(trail, option, at)).FirstOrDefault(static found => found is not null),
            _ => null,
        };
    }

    public bool IsEmpty => _byField.Count == 0;

    /// <summary>The body's own changes, and those of the lambdas inside it.</summary>
    private static bool IsOwn(Summary summary, Effect effect) =>
        effect.BodyId == summary.Body.Id || effect.BodyId.StartsWith(summary.Body.Id + "|", StringComparison.Ordinal);

    /// <summary>The field whose object the path goes into; null for the field itself and for other owners' fields.</summary>
    private static FieldFacts? InnerOf(AccessPath path) => path switch
    {
        { Root: RootKind.This, Steps: [{ Kind: StepKind.Field, Field: { } field }, _, ..] } => field,
        { Root: RootKind.Static, RootField: { } field, Steps.IsEmpty: false } => field,
        _ => null,
    };

    private static Step StepAfterField(AccessPath path) => path.Steps[path.Root == RootKind.This ? 1 : 0];

    private static AccessPath? LockOf(List<Effect> changes)
    {
        if (changes.Any(static effect => effect.Locks.HasUnknown))
            return null;
        foreach (var held in changes[0].Locks.Held.OrderBy(static held => held.Path.Key, StringComparer.Ordinal))
            if (held is { Mode: LockMode.Exclusive, Path.IsContent: false } && changes.All(change => change.Locks.Held.Any(there => there.Mode == LockMode.Exclusive && there.Path.Equals(held.Path))))
                return held.Path;
        return Guards.Infer(changes, static (change, _) => change.MemberName);
    }
}
