using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;

namespace ConcurrencyAnalyzers.Engine.Publication;

/// <summary>
/// Finds values that are made when they are found missing, where the check and the assignment are not one step and it
/// matters who wins. The check that counts is the nearest one, so a second check under the lock makes it right: on .NET
/// the assignment of a reference is a release, with or without volatile.
/// </summary>
internal sealed class LazyInitialization(PublicationScope scope, Evidence evidence, Stakes stakes)
{
    public IEnumerable<UnsafePublication> Find(Trail trail)
    {
        if (trail.Body.IsConstruction)
            yield break;
        for (var i = 0; i < trail.Stops.Count; i++)
        {
            if (trail.Stops[i].Node is not Access { Place: var place } access || !IsPlainWrite(access) || Evidence.FactsOf(place) is { IsThreadBound: true } || place is Value.Local { Variable.IsByRef: true } || place is not (Value.Field or Value.Local))
                continue;
            var found = Evidence.FactsOf(place) is { IsBool: true } ? Flag(trail, i, access) : Object(trail, i, access);
            if (found is not null)
                yield return found;
        }
    }

    public static bool IsPlainWrite(Access access) => (access.Kind & (AccessKind.Write | AccessKind.Content | AccessKind.Atomic)) == AccessKind.Write;

    /// <summary>Whether the test that led here is about the place: found null, or a bool found false.</summary>
    public static int ArmOf(Trail trail, Branch branch, int at, Value place)
    {
        if (branch.NullArm >= 0 && (branch.NullTested.Equals(place) || trail.Origin(branch.NullTested, at).Equals(place)))
            return branch.NullArm;
        return branch.Test.Equals(place) ? branch.Negated ? 0 : 1 : -1;
    }

    private UnsafePublication? Object(Trail trail, int at, Access access)
    {
        if ((access.Kind & AccessKind.Constant) != 0 || CheckOf(trail, at, access.Place, out var isRenewal) is not { } check)
            return null;
        var (outside, inside) = (scope.LocksAt(trail.Body, check.Span), scope.LocksAt(trail.Body, access.Span));
        var ownLock = access.Place is Value.Field { Receiver: null } && PublicationScope.ShareLock(outside, inside) && !outside.HasUnknown && !inside.HasUnknown
            && inside.Held.All(static held => held.Path is { Root: RootKind.This, IsContent: false });
        if (!ownLock && PublicationScope.ShareLock(outside, inside))
            return null;
        var field = Evidence.FactsOf(access.Place)!;
        var (place, checkPlace) = (trail.PlaceOf(access.Span), trail.PlaceOf(check.Span));
        var flaw = ownLock ? PublicationFlaw.InstanceLock : FlawOf(outside, inside);
        if (flaw == PublicationFlaw.MadeTwice && isRenewal && !scope.RunAtOnce.Contains(trail.Body.Id))
            return null;
        var met = evidence.Meet(access.Place, place, checkPlace) || evidence.Meet(access.Place, place, place);
        if (!met && (flaw == PublicationFlaw.MadeTwice ? !evidence.ShownByType(access.Place, trail.Body) : !evidence.IsFieldOfOwner(access.Place) || !scope.IsLive(trail.Body)))
            return null;
        var stake = access.SpansAwait ? AwaitedBefore(trail, at) is { } call ? stakes.OfAwaited(field, call, met) : Stake.None : stakes.Of(field, trail.Origin(access.Stored, at), trail, met);

        if (stake == Stake.None && flaw == PublicationFlaw.MadeTwice && IsLookedUp(trail, at, access))
            return null;

        // Who takes a lock to make it, or to change it elsewhere, wants one only, whatever it is; what is there already can be stored twice.
        if (stake == Stake.None && (flaw == PublicationFlaw.MadeTwice && !(inside.IsEmpty && evidence.IsChangedUnderLock(access.Place, place)) || !IsMadeHere(trail, at, access) || field.Safety == TypeSafety.Immutable || field.IsDelegate || !field.IsReferenceType))
            return null;
        return new(place, flaw, field, checkPlace, trail.Body.DisplayName) { Stake = stake, Steps = ImmutableArray.Create(place, checkPlace), Covers = ImmutableArray.Create(place, checkPlace) };
    }

    /// <summary>What a call gives that makes nothing of its own: one answer is as good as another.</summary>
    private static bool IsLookedUp(Trail trail, int at, Access access) =>
        !access.SpansAwait && trail.Origin(access.Stored, at) is Value.CallResult { Node: var node } && trail.CallOf(node) is { IsConstruction: false };

    private static bool IsMadeHere(Trail trail, int at, Access access) => access.SpansAwait || trail.Origin(access.Stored, at) is Value.CallResult or Value.Items or Value.UnknownValue;

    private static Call? AwaitedBefore(Trail trail, int at)
    {
        for (var i = at - 1; i >= 0; i--)
            if (trail.Stops[i].Node is Await { Operand: Value.CallResult { Node: var node } })
                return Behind(trail, trail.CallOf(node));
        return null;
    }

    /// <summary><c>OpenAsync().ConfigureAwait(false)</c>: the call that made what is awaited.</summary>
    private static Call? Behind(Trail trail, Call? call) =>
        call is { Method.Name: "ConfigureAwait" or "WaitAsync" or "AsTask", Receiver: Value.CallResult { Node: var inner } } && trail.CallOf(inner) is { } made ? made : call;

    /// <summary>A flag that says that something was done, checked outside the lock only.</summary>
    private UnsafePublication? Flag(Trail trail, int at, Access access)
    {
        if (access.Stored is not Value.Constant { Text: "True" } || CheckOf(trail, at, access.Place, out _) is not { } check)
            return null;
        var (outside, inside) = (scope.LocksAt(trail.Body, check.Span), scope.LocksAt(trail.Body, access.Span));
        if (inside.IsEmpty || PublicationScope.ShareLock(outside, inside) || !scope.IsLive(trail.Body) || !DoesMore(trail, at, access.Place) || IsConditional(trail, at, access.Place))
            return null;
        var (place, checkPlace) = (trail.PlaceOf(access.Span), trail.PlaceOf(check.Span));
        return new(place, FlawOf(outside, inside), Evidence.FactsOf(access.Place)!, checkPlace, trail.Body.DisplayName) { Stake = Stake.SideEffects, Steps = ImmutableArray.Create(place, checkPlace), Covers = ImmutableArray.Create(place, checkPlace) };
    }

    /// <summary>Whether the flag is set depends on more than on itself: it tells of something that came to pass.</summary>
    private static bool IsConditional(Trail trail, int at, Value flag)
    {
        for (var frame = trail.Stops[at].Frame; frame is not null; frame = frame.Outer)
            if (frame.Owner is Loop || frame.Owner is Branch branch && !branch.Test.Equals(flag))
                return true;
        return false;
    }

    /// <summary>Beside the flag something else is stored or started in the same block.</summary>
    private static bool DoesMore(Trail trail, int at, Value flag)
    {
        var frame = trail.Stops[at].Frame;
        for (var i = 0; i < trail.Stops.Count; i++)
            if (i != at && ReferenceEquals(trail.Stops[i].Frame?.Owner, frame?.Owner)
                && (trail.Stops[i].Node is Access { Place: Value.Field } other && (other.Kind & AccessKind.Write) != 0 && !other.Place.Equals(flag)
                    || trail.Stops[i].Node is Call { Method.IsSource: true }))
                return true;
        return false;
    }

    /// <summary>The read that found the place missing, nearest to the assignment.</summary>
    /// <param name="isRenewal">The object may be there and is replaced for another reason: expired, closed.</param>
    private static Access? CheckOf(Trail trail, int at, Value place, out bool isRenewal)
    {
        isRenewal = false;
        foreach (var test in trail.TestsBefore(at, (branch, i) => ArmOf(trail, branch, i, place)))
        {
            isRenewal = test.Branch.Condition.All().Any(node => node is Branch { Arms: [Sequence { Nodes.IsEmpty: var isOr }, _] } && isOr == (ArmOf(trail, test.Branch, test.Index, place) == 0));
            for (var i = trail.EndOfCondition(test.Index); i >= 0; i--)
                if (trail.Stops[i].Node is Access access && (access.Kind & (AccessKind.Read | AccessKind.Write | AccessKind.Content)) == AccessKind.Read && access.Place.Equals(place))
                    return access;
            return null;
        }

        return null;
    }

    private static PublicationFlaw FlawOf(LockSet outside, LockSet inside) =>
        !Excludes(inside) ? PublicationFlaw.MadeTwice : Excludes(outside) ? PublicationFlaw.OtherLock : PublicationFlaw.NotCheckedAgain;

    private static bool Excludes(LockSet locks) => locks.Held.Any(static held => held.Mode != LockMode.Shared);
}
