using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Atomicity;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Publication;

/// <summary>
/// Finds entries that are made when nothing stands under a key, put there, and filled only afterwards: who comes with the
/// key in between goes on with what is there.
/// </summary>
internal sealed class FilledEntries(PublicationScope scope)
{
    private const string Concurrent = "T:System.Collections.Concurrent.ConcurrentDictionary`2";

    public IEnumerable<UnsafePublication> Find(Trail trail)
    {
        if (trail.Body.IsConstruction || PublicationScope.IsTeardown(trail.Body))
            yield break;
        for (var i = 0; i < trail.Stops.Count; i++)
            if (trail.Stops[i].Node is Call { Receiver: Value.Field { Receiver: null or Value.ThisValue, Facts: var holder } } call && StoredBy(call) is { } stored
                && IsFound(trail, i, call, holder) && IsShown(trail, call, holder) && scope.IsLive(trail.Body) && trail.Origin(stored, i) is var made
                && (made is Value.Items || made is Value.CallResult { Node: var node } && trail.CallOf(node) is { IsConstruction: true }) && FindLate(trail, i, made) is { } late)
                yield return new(trail.PlaceOf(call.NameSpan.IsEmpty ? call.Span : call.NameSpan), PublicationFlaw.EntryFilledAfter, holder, trail.PlaceOf(late.Fill.Span), trail.Body.DisplayName)
                {
                    Victim = late.Victim,
                    Steps = ImmutableArray.Create(trail.PlaceOf(call.Span), trail.PlaceOf(late.Fill.Span)),
                };
    }

    private static Value? StoredBy(Call call) =>
        call.Method.Name == "GetOrAdd" && call.Arguments.Length == 2 || CollectionSteps.Of(call.Method.ReceiverTypeId, call.Method.Name).Does is Deed.Set or Deed.Add or Deed.TryAdd ? call.Argument(1) : null;

    /// <summary>The member goes on with what it finds under the key.</summary>
    private static bool IsFound(Trail trail, int at, Call call, FieldFacts holder)
    {
        for (var i = 0; i < at; i++)
            if (trail.Stops[i].Node is Call { Method.Name: "TryGetValue" or "get_Item", Receiver: Value.Field { Facts: var asked } } && asked.Equals(holder))
                return true;
        return call is { Method.Name: "GetOrAdd", IsDropped: false };
    }

    /// <summary>Others find the entry at once, or as soon as the lock is given back.</summary>
    private bool IsShown(Trail trail, Call call, FieldFacts holder) => holder.TypeId == Concurrent || scope.LocksAt(trail.Body, call.Span).Held.Any(static held => held.Mode == Locks.LockMode.Exclusive && !held.Path.IsContent);

    private sealed record Late(Node Fill, Place? Victim);

    private Late? FindLate(Trail trail, int at, Value made)
    {
        for (var i = at + 1; i < trail.Stops.Count; i++)
        {
            if (!trail.Precedes(at, i))
                continue;
            var node = trail.Stops[i].Node;
            if (node is Access { Kind: var kind } access && (kind & (AccessKind.Write | AccessKind.Content | AccessKind.Atomic | AccessKind.Unproven | AccessKind.Unknown)) == (AccessKind.Write | AccessKind.Content) && scope.LocksAt(trail.Body, access.Span).IsEmpty
                && PartOf(access.Place, trail, i, made, out var part) && ReaderOf(part, trail) is { } reader)
                return new(access, reader.Victim);
            if (node is Call { Method.IsSource: true, IsConstruction: false, Receiver: Value.Local target } call && trail.Origin(target, i).Equals(made) && scope.LocksAt(trail.Body, call.Span).IsEmpty
                && scope.Program.Targets(call.Method) is [var callee] && scope.Table.Of(callee) is { } summary)
                foreach (var effect in summary.Effects)
                    if (effect is { Writes: true, IsContent: true, IsAtomic: false, IsWeak: false, Locks.IsEmpty: true, Path: { Root: RootKind.This, Steps: [{ Field: { } filled }, ..] } } && (effect.Kind & (AccessKind.Unproven | AccessKind.Unknown)) == 0 && ReaderOf(filled, trail) is { } found)
                        return new(call, found.Victim);
        }

        return null;
    }

    /// <summary>The object itself, or what a field of it holds.</summary>
    /// <param name="part">The field; null for the object itself.</param>
    private static bool PartOf(Value place, Trail trail, int at, Value made, out FieldFacts? part)
    {
        part = null;
        if (place is Value.Field { Receiver: Value.Local owner, Facts: var field })
            (place, part) = (owner, field);
        return place is Value.Local local && trail.Origin(local, at).Equals(made);
    }

    private sealed record Reader(Place? Victim);

    /// <summary>Some other code looks into that part of an entry, without a lock.</summary>
    private Reader? ReaderOf(FieldFacts? part, Trail trail)
    {
        if (part is null)
            return new(null);
        foreach (var use in scope.UsesOf(part))
            if (!ReferenceEquals(use.Trail, trail) && (use.Access.Kind & (AccessKind.Content | AccessKind.Dereference | AccessKind.Enumerate)) != 0 && use.Locks.IsEmpty && scope.IsLive(use.Trail.Body))
                return new(use.Place);
        return null;
    }
}
