using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Publication;

/// <summary>
/// Finds <c>Lazy&lt;T&gt;</c> objects that were told to take no lock and that several threads ask for their value.
/// PublicationOnly is no flaw: the factory may run twice, but all get one value.
/// </summary>
internal sealed class UnlockedLazies(PublicationScope scope)
{
    public IEnumerable<UnsafePublication> Find(Trail trail)
    {
        foreach (var stop in trail.Stops)
            if (stop.Node is Access { Place: Value.Field { Receiver: null or Value.ThisValue, Facts: var field }, Stored: Value.CallResult { Node: var node } }
                && trail.CallOf(node) is { IsConstruction: true, Method.TypeId: "T:System.Lazy`1" } made && Unlocked(made) is { } mode && UseBySeveral(field) is { } use)
                yield return new(trail.PlaceOf(mode.Span), PublicationFlaw.UnlockedLazy, field, use, trail.Body.DisplayName) { Stake = Stake.SideEffects, Victim = use };
    }

    private static Argument? Unlocked(Call made)
    {
        foreach (var argument in made.Arguments)
            if (argument.Value is Value.Constant { EnumMember: "None" } or Value.Constant { Text: "False" })
                return argument;
        return null;
    }

    /// <summary>A place where a flow that does not run alone, and holds no lock, asks for the value.</summary>
    private Place? UseBySeveral(FieldFacts field)
    {
        foreach (var use in scope.UsesOf(field))
            if ((use.Access.Kind & AccessKind.Read) != 0 && use.Locks.IsEmpty && scope.RunAtOnce.Contains(use.Trail.Body.Id))
                return use.Place;
        return null;
    }
}
