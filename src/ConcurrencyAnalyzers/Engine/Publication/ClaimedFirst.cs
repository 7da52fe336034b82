using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Publication;

/// <summary>
/// Who changes a number first makes the object; the others go on at once, find the number changed, and use what is not
/// there yet. To be the only one who makes it is not enough: the others have to wait for it.
/// </summary>
internal static class ClaimedFirst
{
    public static IEnumerable<UnsafePublication> Find(PublicationScope scope, Trail trail)
    {
        if (trail.Body.IsConstruction || !scope.IsLive(trail.Body))
            yield break;
        for (var i = 0; i < trail.Stops.Count; i++)
            if (trail.Stops[i].Node is Branch { Arms.Length: 2 } branch && ClaimIn(branch) is { Arguments: [{ Value: Value.Field { Facts: var flag } }, ..] } claim && !branch.Arms.Any(Trail.Leaves) && branch.Arms.Any(static arm => arm is Sequence { Nodes.IsEmpty: true })
                && scope.LocksAt(trail.Body, claim.Span) is { IsEmpty: true } && UseBehind(scope, trail, i, branch) is { } use)
            {
                var place = trail.PlaceOf(claim.Span);
                var made = trail.PlaceOf(use.Made.Span);
                yield return new(place, PublicationFlaw.FlagFirst, flag, made, trail.Body.DisplayName)
                {
                    Payload = ((Value.Field)use.Made.Place).Facts,
                    Victim = trail.PlaceOf(use.Read.Span),
                    Stake = Stake.SideEffects, // Storing it earlier would have several make it.
                    Steps = ImmutableArray.Create(place, made),
                    Covers = ImmutableArray.Create(place),
                };
            }
    }

    private static Call? ClaimIn(Branch branch) => branch.Condition.All().OfType<Call>().FirstOrDefault(static call =>
        call is { Method: { TypeId: "T:System.Threading.Interlocked", Name: "CompareExchange" or "Exchange" }, Arguments: [{ IsByRef: true, IsPart: false, Value: Value.Field { Receiver: null or Value.ThisValue, Facts.IsReferenceType: false } }, ..] } && call.Argument(1) is Value.Constant);

    private sealed record Use(Access Made, Access Read);

    /// <summary>The object that is made on one arm, and used behind both, with nothing between that could wait for it.</summary>
    private static Use? UseBehind(PublicationScope scope, Trail trail, int at, Branch branch)
    {
        var made = new List<Access>();
        for (var i = at + 1; i < trail.Stops.Count; i++)
        {
            var node = trail.Stops[i].Node;
            if (trail.IsInside(i, branch))
            {
                if (node is Access { Place: Value.Field { Receiver: null or Value.ThisValue, Facts: { IsReferenceType: true, IsDelegate: false } } } access && LazyInitialization.IsPlainWrite(access) && (access.Kind & AccessKind.Constant) == 0)
                    made.Add(access);
                continue;
            }

            if (made.Count == 0 || node is Loop or Await or LockRegion or Branch { IsNullTest: true } || node is Call call && (call.Method.Name.Contains("Wait") || call.Method.Name.Contains("Spin") || call.Method.Name == "Join"))
                return null;
            if (node is Access { Kind: var kind } read && (kind & AccessKind.Write) == 0 && (kind & (AccessKind.Dereference | AccessKind.Content)) != 0 && (kind & (AccessKind.NullSafe | AccessKind.NullTest)) == 0
                && made.Find(access => access.Place.Equals(read.Place)) is { } found && !HasValueBefore(scope, ((Value.Field)found.Place).Facts))
                return new(found, read);
        }

        return null;
    }

    /// <summary>It is there from the start, and the claim is to renew it.</summary>
    private static bool HasValueBefore(PublicationScope scope, FieldFacts field) =>
        scope.UsesOf(field).Any(use => use.Trail.Body.IsConstruction && use.Trail.Stops.Any(stop => stop.Node is Access { Place: Value.Field { Facts: var stored } } access && stored.Equals(field) && LazyInitialization.IsPlainWrite(access) && (access.Kind & AccessKind.Constant) == 0));
}
