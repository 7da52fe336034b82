using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using ConcurrencyAnalyzers.Engine.Locks;

namespace ConcurrencyAnalyzers.Engine.Publication;

/// <summary>
/// Finds what others can see before it is complete: an object that is assigned to its field and filled afterwards, and
/// a flag, or the one of two fields that the double check asks for, that is set before the payload that it announces.
/// </summary>
internal sealed class EarlyPublication(PublicationScope scope, Evidence evidence)
{
    public IEnumerable<UnsafePublication> Find(Trail trail)
    {
        if (trail.Body.IsConstruction || PublicationScope.IsTeardown(trail.Body))
            yield break;
        for (var i = 0; i < trail.Stops.Count; i++)
        {
            if (trail.Stops[i].Node is not Access { Place: Value.Field { Receiver: null or Value.ThisValue } field } access || !LazyInitialization.IsPlainWrite(access))
                continue;
            var found = access.Stored is Value.Constant { Text: "True" } && field.Facts.IsBool ? FlagFirst(trail, i, access, field)
                : FilledAfter(trail, i, access, field) ?? (field.Facts.IsReferenceType && (access.Kind & AccessKind.Constant) == 0 && IsLazy(trail, i, field) ? FlagFirst(trail, i, access, field) : null);
            if (found is not null)
                yield return found;
        }
    }

    private UnsafePublication? FilledAfter(Trail trail, int at, Access access, Value.Field field)
    {
        var made = trail.Origin(access.Stored, at);
        if (!field.Facts.IsReferenceType || !IsFresh(made, trail))
            return null;
        var fills = FillsAfter(trail, at, field, made).Concat(scope.LocksAt(trail.Body, access.Span).IsEmpty ? [] : CallsAfter(trail, at, field, made).Concat(HelpersAfter(trail, at, field, made))).OrderBy(static fill => fill.Span.Start).ToArray();
        if (fills.Length == 0)
            return null;
        var place = trail.PlaceOf(access.Span);
        var steps = fills.Select(fill => trail.PlaceOf(fill.Span)).Prepend(place).ToImmutableArray();
        foreach (var victim in scope.UsesOf(field.Facts))
        {
            if (!IsUsed(victim) || ReferenceEquals(victim.Trail, trail) && (victim.Index == at || trail.Dominates(at, victim.Index) || fills.Contains(victim.Access)) || !scope.IsLive(victim.Trail.Body))
                continue;
            var open = fills.Where(fill => !PublicationScope.ShareLock(scope.LocksAt(trail.Body, fill.Span), victim.Locks)).ToArray();
            if (open.Length == 0 || !IsSeen(trail, at, access, victim, field))
                continue;
            return new(place, PublicationFlaw.FilledAfter, field.Facts, trail.PlaceOf(fills[0].Span), trail.Body.DisplayName)
            {
                Victim = victim.Place,
                Steps = steps,

                // Without a lock the fills are also in each other's way.
                Covers = scope.LocksAt(trail.Body, access.Span).IsEmpty ? ImmutableArray.Create(place) : steps,
            };
        }

        return null;
    }

    /// <summary>
    /// The reader is known to run beside: flows that meet, a volatile field, or the part of a double check that skips the
    /// lock. Where the type keeps a lock over all other uses, the reader without it is the one to name.
    /// </summary>
    private bool IsSeen(Trail trail, int at, Access access, Use victim, Value.Field field)
    {
        var locked = !scope.LocksAt(trail.Body, access.Span).IsEmpty;
        if (ReferenceEquals(victim.Trail, trail) && IsBehindLockOf(trail, at, victim.Index))
            return false;
        if (field.Facts.IsVolatile || locked && ReferenceEquals(victim.Trail, trail))
            return true;
        // A caller that goes on with what it had filled is the same flow, unless several of them run.
        if (scope.Calls(victim.Trail.Body.Id, trail.Body.Id) && !scope.RunAtOnce.Contains(trail.Body.Id))
            return false;
        var place = trail.PlaceOf(access.Span);
        return !locked && !scope.ComesBefore(place, victim.Trail.Body.Id) && (evidence.Meet(field, place, victim.Place) || scope.Meetings.With(field.Facts, place).Any(effect => effect.BodyId == victim.Trail.Body.Id));
    }

    private static bool IsFresh(Value made, Trail trail) =>
        made is Value.Items || made is Value.CallResult { Node: var node } && trail.CallOf(node) is { IsConstruction: true };

    /// <summary>Calls by which the object changes itself once it is visible, in the lock of a double check.</summary>
    private IEnumerable<Node> CallsAfter(Trail trail, int at, Value.Field field, Value made)
    {
        for (var i = at + 1; i < trail.Stops.Count; i++)
            if (trail.Stops[i].Node is Call { Method.IsSource: true, IsConstruction: false, Receiver: { } target } call && trail.Dominates(at, i) && trail.Origin(target, i) is var origin && (origin.Equals(field) || origin.Equals(made))
                && IsLazy(trail, at, field) && scope.Program.Targets(call.Method) is [var callee] && scope.Table.Of(callee) is { } summary
                && summary.Effects.Any(static effect => effect is { Writes: true, IsAtomic: false, Locks.IsEmpty: true, Path.Root: Locations.RootKind.This }))
                yield return call;
    }

    /// <summary>Calls of helpers that put something into the object, in the lock of a double check: they find it in the field, or are handed it.</summary>
    private IEnumerable<Node> HelpersAfter(Trail trail, int at, Value.Field field, Value made)
    {
        if (!field.Facts.IsVolatile && !IsLazy(trail, at, field))
            yield break;
        for (var i = at + 1; i < trail.Stops.Count; i++)
            if (trail.Stops[i].Node is Call { IsConstruction: false } call && trail.Dominates(at, i)
                && (call.Receiver is Value.Lambda function ? function.BodyId : call.Method.IsSource && scope.Program.Targets(call.Method) is [var target] ? target : null) is { } callee
                && scope.Table.Of(callee) is { } summary && summary.Effects.Any(effect => effect is { Writes: true, IsAtomic: false, Locks.IsEmpty: true, IsSignal: false, IsInvocation: false } && IsInto(effect.Path, call, summary.Body)))
                yield return call;

        bool IsInto(AccessPath path, Call call, BodyFacts callee) => path switch
        {
            { Root: RootKind.This, Steps: [{ Kind: StepKind.Field, Field: { } holder }, _, ..] } => holder.Equals(field.Facts) && call.Receiver is null or Value.ThisValue or Value.Lambda,
            { Root: RootKind.Static, RootField: { } holder, Steps.IsEmpty: false } => holder.Equals(field.Facts),
            { Root: RootKind.Local, RootField: { } parameter, Steps.IsEmpty: false } => callee.Parameters.IndexOf(parameter) is >= 0 and var ordinal && trail.Origin(call.Argument(ordinal), trail.IndexOf(call)) is var handed && (handed.Equals(field) || handed.Equals(made)),
            _ => false,
        };
    }

    /// <summary>What is put into the object once it is visible, until the field gets another.</summary>
    private static IEnumerable<Node> FillsAfter(Trail trail, int at, Value.Field field, Value made)
    {
        for (var i = at + 1; i < trail.Stops.Count; i++)
        {
            // A handler may come at any time: the object is complete without it.
            if (trail.Stops[i].Node is not Access access || (access.Kind & AccessKind.Write) == 0 || access.Place is Value.Field { Facts.IsEvent: true })
                continue;
            if (access.Place.Equals(field) && (access.Kind & AccessKind.Content) == 0)
                yield break;
            var target = (access.Kind & AccessKind.Content) != 0 ? access.Place : access.Place switch
            {
                Value.Field { Receiver: { } owner } => owner,
                Value.Element { Container: var container } => container,
                _ => null,
            };
            if (target is not null && trail.Dominates(at, i) && trail.Origin(target, i) is var origin && (origin.Equals(field) || origin.Equals(made)))
                yield return access;
        }
    }

    /// <summary>More than a test for null: the object itself is looked into, or handed on.</summary>
    private static bool IsUsed(Use use) =>
        (use.Access.Kind & AccessKind.Write) == 0 && ((use.Access.Kind & (AccessKind.Content | AccessKind.Dereference)) != 0 || IsReturned(use));

    /// <summary>Returned, or kept in a variable that is.</summary>
    private static bool IsReturned(Use use)
    {
        var stops = use.Trail.Stops;
        var next = use.Index + 1;
        while (next < stops.Count && stops[next].Node is Declare)
            next++;
        return next < stops.Count && stops[next].Node switch
        {
            Jump { Kind: JumpKind.Return, Value: var value } => value.Equals(use.Access.Place),
            Bind { Variable: var kept, Value: var bound } when bound.Equals(use.Access.Place) => stops.Skip(next + 1).Any(stop => stop.Node is Jump { Kind: JumpKind.Return, Value: Value.Local { Variable: var returned } } && returned.Equals(kept)),
            _ => false,
        };
    }

    private UnsafePublication? FlagFirst(Trail trail, int at, Access access, Value.Field flag)
    {
        var place = trail.PlaceOf(access.Span);
        var isLazy = IsLazy(trail, at, flag);
        var isLocked = isLazy && !scope.LocksAt(trail.Body, access.Span).IsEmpty;
        var payloads = PayloadsAfter(trail, at, flag).Concat(isLazy ? PayloadsOfCallees(trail, at, flag) : []).ToArray();
        foreach (var payload in payloads)
        {
            if (!isLazy && HasValueFromStart(payload.Field) || !flag.Facts.IsBool && !payload.Field.IsReferenceType)
                continue;
            foreach (var test in scope.UsesOf(flag.Facts))
            {
                if ((test.Access.Kind & AccessKind.Test) == 0 || !scope.IsLive(test.Trail.Body) || IsRunFlag(test) || AsksForBoth(test, payload))
                    continue;
                var isFirstOfTwo = isLocked && ReferenceEquals(test.Trail, trail) && test.Locks.IsEmpty;
                if (flag.Facts.IsBool ? !flag.Facts.IsVolatile && !isFirstOfTwo && !evidence.Meet(flag, place, test.Place) : !isFirstOfTwo)
                    continue;
                if ((ReadBehind(test, flag, payload) ?? (isLazy && ReferenceEquals(test.Trail, trail) ? ReadByCallers(trail, payload) : null)) is { } victim)
                    return new(place, PublicationFlaw.FlagFirst, flag.Facts, payload.Place, trail.Body.DisplayName)
                    {
                        Payload = payload.Field,

                        // Several flows find the flag down and make the payload, whichever of the two is stored first.
                        Stake = isLazy && !isLocked && scope.RunAtOnce.Contains(trail.Body.Id) ? Stake.SideEffects : Stake.None,
                        Victim = victim,
                        Steps = payloads.Select(static stored => stored.Place).Prepend(place).ToImmutableArray(),
                        Covers = ImmutableArray.Create(place),
                    };
            }
        }

        return null;
    }

    /// <summary>A store of what a flag announces.</summary>
    private sealed record Payload(Trail Trail, Access Access, LockSet Locks)
    {
        public FieldFacts Field => ((Value.Field)Access.Place).Facts;

        public Place Place => Trail.PlaceOf(Access.Span);
    }

    private IEnumerable<Payload> PayloadsAfter(Trail trail, int at, Value.Field flag)
    {
        for (var i = at + 1; i < trail.Stops.Count; i++)
            if (trail.Dominates(at, i) && PayloadAt(trail, i, flag) is { } payload)
                yield return payload;
    }

    /// <summary>What a helper of the type stores, which is called after the flag is up.</summary>
    private IEnumerable<Payload> PayloadsOfCallees(Trail trail, int at, Value.Field flag)
    {
        for (var i = at + 1; i < trail.Stops.Count; i++)
            if (trail.Stops[i].Node is Call { Method.IsSource: true, IsConstruction: false, Receiver: null or Value.ThisValue } call && trail.Dominates(at, i)
                && scope.Program.Targets(call.Method) is [var target] && scope.Program.Body(target) is { IsPrivate: true } callee && callee.TypeId == trail.Body.TypeId)
                foreach (var payload in PayloadsOf(PublicationScope.TrailOf(callee), flag))
                    yield return payload;
    }

    private IEnumerable<Payload> PayloadsOf(Trail trail, Value.Field flag)
    {
        for (var i = 0; i < trail.Stops.Count; i++)
            if (PayloadAt(trail, i, flag) is { } payload)
                yield return payload;
    }

    private Payload? PayloadAt(Trail trail, int at, Value.Field flag) =>
        trail.Stops[at].Node is Access { Place: Value.Field { Receiver: null or Value.ThisValue } payload } access
        && (access.Kind & AccessKind.Write) != 0 && (access.Kind & (AccessKind.Constant | AccessKind.Atomic)) == 0 && !payload.Equals(flag)
        && !payload.Facts.IsBool && !payload.Facts.TypeId.StartsWith("T:System.Threading.", StringComparison.Ordinal)
            ? new Payload(trail, access, scope.LocksAt(trail.Body, access.Span))
            : null;

    /// <summary>The flag is raised where it was found down: it stands for a payload that is made on demand.</summary>
    private static bool IsLazy(Trail trail, int at, Value.Field flag) => trail.TestsBefore(at, (branch, i) => LazyInitialization.ArmOf(trail, branch, i, flag)).Any();

    /// <summary>Behind a branch that raises the flag where it was down: either way it is up.</summary>
    private static bool IsAfterLazy(Trail trail, int at, Value.Field flag)
    {
        for (var i = 0; i < at; i++)
            if (trail.Stops[i].Node is Branch { Arms.Length: 2 } branch && branch.Test.Equals(flag) && !trail.IsInside(at, branch) && trail.Dominates(i, at)
                && branch.Arms[branch.Negated ? 0 : 1].All().Any(node => node is Access { Stored: Value.Constant { Text: "True" } } access && access.Place.Equals(flag)))
                return true;
        return false;
    }

    /// <summary>Who comes too early finds the value of construction, and no null.</summary>
    private bool HasValueFromStart(FieldFacts payload) => payload.IsReferenceType && scope.BodiesOfType(payload.OwnerId)
        .Where(static body => body.IsConstruction)
        .SelectMany(static body => body.Root.All())
        .Any(node => node is Access { Place: Value.Field { Facts: var field } } access && field.Equals(payload) && (access.Kind & AccessKind.Write) != 0 && access.Stored is not Value.Constant { Text: "null" });

    /// <summary>The payload is read where the flag was found raised, without the writer's lock.</summary>
    private Place? ReadBehind(Use test, Value.Field flag, Payload payload)
    {
        var trail = test.Trail;
        for (var i = test.Index + 1; i < trail.Stops.Count; i++)
            if (IsOpenRead(trail, i, payload) && (trail.TestsBefore(i, (branch, index) => LazyInitialization.ArmOf(trail, branch, index, flag) is >= 0 and var missing ? 1 - missing : -1).Any() || IsAfterLazy(trail, i, flag)))
                return trail.PlaceOf(trail.Stops[i].Node.Span);
        return null;
    }

    /// <summary>A member makes sure that the flag is up, by a call, and reads the payload then.</summary>
    private Place? ReadByCallers(Trail trail, Payload payload)
    {
        foreach (var site in scope.SitesOf(trail.Body).Where(site => site.OnThis || trail.Body.IsStatic))
        {
            if (scope.Program.Body(site.CallerId) is not { } caller || !scope.IsLive(caller))
                continue;
            var there = PublicationScope.TrailOf(caller);
            var isBehind = false;
            for (var i = 0; i < there.Stops.Count; i++)
                if (isBehind && IsOpenRead(there, i, payload))
                    return there.PlaceOf(there.Stops[i].Node.Span);
                else
                    isBehind |= there.Stops[i].Node is Call call && call.NameSpan == site.Place.Span;
        }

        return null;
    }

    private bool IsOpenRead(Trail trail, int at, Payload payload) =>
        trail.Stops[at].Node is Access access && (access.Kind & AccessKind.Read) != 0 && access.Place.Equals(payload.Access.Place)
        && !PublicationScope.ShareLock(payload.Locks, scope.LocksAt(trail.Body, access.Span));

    /// <summary>Every way to the later stop leads through the lock that the earlier one holds: who gets there waited until it was done.</summary>
    private static bool IsBehindLockOf(Trail trail, int held, int at)
    {
        for (var frame = trail.Stops[held].Frame; frame is not null; frame = frame.Outer)
            if (frame.Owner is LockRegion region)
                for (var i = 0; i < held; i++)
                    if (ReferenceEquals(trail.Stops[i].Node, region))
                        return trail.Dominates(i, at);
        return false;
    }

    /// <summary><c>if (_first is not null &amp;&amp; _second is not null)</c>: whichever of the two is stored last, nobody goes on without it.</summary>
    private bool AsksForBoth(Use test, Payload payload)
    {
        for (var i = Math.Max(0, test.Index - 3); i <= test.Index + 3 && i < test.Trail.Stops.Count; i++)
            if (test.Trail.Stops[i].Node is Access { Place: Value.Field { Facts: var asked } } access && asked.Equals(payload.Field) && (access.Kind & (AccessKind.NullTest | AccessKind.Dereference)) == AccessKind.NullTest
                && scope.LocksAt(test.Trail.Body, access.Span).IsEmpty)
                return true;
        return false;
    }

    /// <summary>A loop goes on while the flag is up: it says that work goes on, not that something is ready.</summary>
    private static bool IsRunFlag(Use test)
    {
        for (var frame = test.Trail.Stops[test.Index].Frame; frame is not null; frame = frame.Outer)
            if (frame.Owner is Loop)
                return true;
        return false;
    }
}
