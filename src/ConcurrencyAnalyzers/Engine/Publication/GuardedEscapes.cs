using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Conflicts;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Engine.Publication;

/// <summary>
/// Finds guarded objects that leave their lock: returned, put into an out parameter or into an object that leaves, given
/// to subscribers, stored where others find it, or handed out item by item with the lock held between.
/// </summary>
internal sealed class GuardedEscapes
{
    private readonly PublicationScope _scope;
    private readonly GuardedObjects _objects;
    private readonly LiveViews _views;
    private readonly HashSet<Place> _reported;

    private GuardedEscapes(PublicationScope scope, ImmutableArray<Conflict> conflicts)
    {
        _scope = scope;
        _objects = new(scope);
        _views = new(scope, _objects);
        _reported = new(conflicts.Select(static conflict => conflict.Here.Place));
    }

    /// <param name="conflicts">What is reported as an access without the lock is not reported again as handed out.</param>
    public static ImmutableArray<GuardedEscape> Find(PublicationScope scope, ImmutableArray<Conflict> conflicts)
    {
        var search = new GuardedEscapes(scope, conflicts);
        if (search._objects.IsEmpty)
            return ImmutableArray<GuardedEscape>.Empty;
        return scope.Bodies
            .Where(body => scope.IsLive(body) && body.Kind is BodyKind.Method or BodyKind.Accessor or BodyKind.LocalFunction or BodyKind.Lambda)
            .SelectMany(search.Find)
            .GroupBy(static found => found.Place)
            .Select(static same => same.First())
            .OrderBy(static found => found.Place)
            .ToImmutableArray();
    }

    /// <summary>One bug, one voice: what strangers do to a private object that was handed out of its lock is told where it leaves.</summary>
    public static ImmutableArray<Conflict> Fold(ImmutableArray<Conflict> conflicts, ImmutableArray<GuardedEscape> escapes)
    {
        if (escapes.IsEmpty)
            return conflicts;
        var told = new HashSet<string>(escapes.Select(static escape => escape.State.Id), StringComparer.Ordinal);
        return conflicts.Where(conflict => !(conflict.State.IsPrivate && told.Contains(conflict.State.Id) && conflict.State.OwnerId.Length > 2
            && conflict.Here.BodyId.IndexOf(conflict.State.OwnerId.Substring(2) + ".", StringComparison.Ordinal) != 2)).ToImmutableArray();
    }

    private IEnumerable<GuardedEscape> Find(BodyFacts body)
    {
        var trail = PublicationScope.TrailOf(body);
        for (var i = 0; i < trail.Stops.Count; i++)
        {
            var found = trail.Stops[i].Node switch
            {
                Jump { Kind: JumpKind.YieldReturn } jump => Yielded(trail, jump),
                Jump { Kind: JumpKind.Return, IsByRef: true } jump when !body.IsNested => _views.OfReference(trail, jump.Value, i) is { } slot ? Escaping(trail, slot, jump.Span, EscapeWay.Returned) : null,
                Jump { Kind: JumpKind.Return } jump when !body.IsNested => Escaping(trail, i, jump.Value, jump.Span, EscapeWay.Returned),
                Bind { Variable: { IsByRef: true } variable } bind when body.Parameters.Contains(variable) => Escaping(trail, i, bind.Value, bind.Span, EscapeWay.OutParameter),
                Bind { Variable: { IsByRef: false } variable } bind => KeptBeyondLock(trail, i, bind, variable) ?? UsedBeyondLock(trail, i, bind, variable),
                Access { Place: Value.Field place } access when LazyInitialization.IsPlainWrite(access) => Stored(trail, i, access, place),
                Call call => Passed(trail, i, call),
                _ => null,
            };
            if (found is not null)
                yield return found;
        }
    }

    private GuardedEscape? Escaping(Trail trail, int at, Value value, TextSpan span, EscapeWay way) =>
        _views.Of(trail, value, at) is { } live ? Escaping(trail, live, span, way) : null;

    private GuardedEscape? Escaping(Trail trail, Live live, TextSpan span, EscapeWay way)
    {
        var body = trail.Body;
        var place = trail.PlaceOf(span);
        var locks = _scope.LocksAt(body, span);
        var isHeld = locks.Contains(live.Object.Lock.Key);
        if (locks.HasUnknown || way is EscapeWay.Returned or EscapeWay.OutParameter && !IsOpen(body, live))
            return null;
        if (live.Shape == EscapeShape.Copy && way != EscapeWay.Returned || way == EscapeWay.Returned && IsFrozen(trail, live.Object.Field))
            return null;
        if (live.Shape != EscapeShape.Copy && !isHeld && !LeavesBare(body, live, way) || !isHeld && _reported.Any(reported => reported.FilePath == place.FilePath && span.Contains(reported.Span)))
            return null;
        return Describe(place, live, way, isHeld, body);
    }

    /// <summary>
    /// Copy on write: what is handed out is noted in a second field, and who wants to change the object and finds it noted
    /// there puts another in its place first.
    /// </summary>
    private bool IsFrozen(Trail trail, FieldFacts guarded)
    {
        for (var i = 0; i < trail.Stops.Count; i++)
            if (trail.Stops[i].Node is Access { Place: Value.Field { Facts: var note } } access && LazyInitialization.IsPlainWrite(access) && !note.Equals(guarded)
                && trail.Origin(access.Stored, i) is Value.Field { Facts: var noted } && noted.Equals(guarded) && _scope.UsesOf(guarded).Any(use => IsRenewed(use.Trail, guarded, note)))
                return true;
        return false;
    }

    private static bool IsRenewed(Trail trail, FieldFacts guarded, FieldFacts note)
    {
        for (var i = 0; i < trail.Stops.Count; i++)
            if (trail.Stops[i].Node is Access { Place: Value.Field { Facts: var renewed } } access && renewed.Equals(guarded) && LazyInitialization.IsPlainWrite(access)
                && trail.TestsBefore(i, (branch, _) => branch.NullArm >= 0 && branch.NullTested is Value.Field { Facts: var tested } && tested.Equals(note) ? 1 - branch.NullArm : -1).Any())
                return true;
        return false;
    }

    /// <summary>Without the lock around it, a bare reference that leaves is as bad; but an item or a plain object may be meant to.</summary>
    private bool LeavesBare(BodyFacts body, Live live, EscapeWay way) =>
        live.Object.HasContent && live.Shape != EscapeShape.Item && !body.IsForHeirs && !IsOwnWork(body, live.Object) && !IsItsOwnLock(live.Object) && !IsLockKnownOutside(live.Object)
        && (way == EscapeWay.Returned || _scope.EntryOf(body).IsEmpty);

    /// <summary>The flows that take the lock are the member's own: it hands out what they have made when they are done.</summary>
    private bool IsOwnWork(BodyFacts body, GuardedObject guarded) =>
        guarded.Change.BodyId.StartsWith(body.MemberId, StringComparison.Ordinal) && (guarded.Change.BodyId.Length == body.MemberId.Length || guarded.Change.BodyId[body.MemberId.Length] == '|')
        || _scope.Table.Of(body.Id) is { } summary && summary.Forks.Any(fork => fork.Effects.Any(effect => effect.BodyId == guarded.Change.BodyId) && !summary.Leaked.Any(leaked => leaked.Id == fork.Id));

    /// <summary>Others can ask for the result, and do not hold the lock while they use it.</summary>
    private bool IsOpen(BodyFacts body, Live live)
    {
        if (body is { IsPrivate: true, ReturnsReference: false } || IsLockKnownOutside(live.Object))
            return false;
        if (body.IsExternallyVisible)
            return true;
        return _scope.AtCallsOf(body) is not { } held || !held.Contains(live.Object.Lock.Key) && !held.HasUnknown;
    }

    private static bool IsItsOwnLock(GuardedObject guarded) => guarded.Lock.Storage?.Equals(guarded.Field) == true;

    /// <summary>Callers can take the lock themselves.</summary>
    private bool IsLockKnownOutside(GuardedObject guarded)
    {
        if (guarded.Lock.Steps.IsEmpty && guarded.Lock.Root == RootKind.This)
            return true;
        if (IsItsOwnLock(guarded) || guarded.Lock.Storage is not { } gate)
            return false;
        return !(gate.IsPrivate || gate.IsForHeirs) || _scope.Table.Stored.IsGiven(gate) || _scope.UsesOf(gate).Any(use => !use.Trail.Body.IsPrivate
            && use.Trail.Stops.Any(stop => stop.Node is Jump { Kind: JumpKind.Return, Value: Value.Field { Facts: var returned } } && returned.Equals(gate)));
    }

    /// <summary>The consumer of an iterator runs between its steps, under the lock.</summary>
    private GuardedEscape? Yielded(Trail trail, Jump jump)
    {
        var body = trail.Body;
        if (body.IsPrivate || body.IsNested)
            return null;
        foreach (var held in _scope.LocksAt(body, jump.Span).Without(_scope.EntryOf(body)).Held)
            if (held.Path is { IsContent: false, Storage: { } gate } && IsMonitor(gate))
                return new(trail.PlaceOf(jump.Span), gate, EscapeShape.Iterator, EscapeWay.Returned, gate.Name, body.DisplayName) { IsHeld = true, GuardIsMonitor = true, Guarded = trail.PlaceOf(jump.Span) };
        return null;
    }

    /// <summary>A variable takes the object along when the lock is given back, and hands it to code that we do not see: a copy of the reference, not of what it holds.</summary>
    private GuardedEscape? KeptBeyondLock(Trail trail, int at, Bind bind, FieldFacts variable)
    {
        if (_views.Of(trail, bind.Value, at) is not { Shape: EscapeShape.Itself or EscapeShape.View, Object: { HasContent: true } guarded } live
            || !_scope.LocksAt(trail.Body, bind.Span).Contains(guarded.Lock.Key) || IsItsOwnLock(guarded) || IsReplacedAnywhere(guarded))
            return null;
        var local = new Value.Local(variable);
        for (var i = at + 1; i < trail.Stops.Count; i++)
            if (trail.Stops[i].Node is Call call && call.Arguments.Any(argument => !argument.IsByRef && argument.Value.Equals(local)) && IsUnseen(call)
                && _scope.LocksAt(trail.Body, call.Span) is { HasUnknown: false } locks && !locks.Contains(guarded.Lock.Key)
                && _views.Of(trail, local, i) is { } still && still.Object.Field.Equals(guarded.Field))
                return Describe(trail.PlaceOf(bind.Span), live, EscapeWay.KeptBeyondLock, isHeld: true, trail.Body);
        return null;
    }

    /// <summary>
    /// A variable takes the object along when the lock is given back, and what is in it is used without: by a member that
    /// shows that it knows the lock. A flag that is set before may keep the others out.
    /// </summary>
    private GuardedEscape? UsedBeyondLock(Trail trail, int at, Bind bind, FieldFacts variable)
    {
        if (_views.Of(trail, bind.Value, at) is not { Shape: EscapeShape.Itself or EscapeShape.View, Object: { HasContent: true } guarded } live
            || !IsHeldAt(trail, bind.Span, guarded) || _scope.EntryOf(trail.Body).Contains(guarded.Lock.Key) || IsItsOwnLock(guarded))
            return null;
        for (var i = 0; i < trail.Stops.Count; i++)
            if (i > at && trail.Stops[i].Node is Access access && IsFrom(trail, access.Place, variable, 0) && (access.Kind & (AccessKind.Content | AccessKind.Neutral | AccessKind.Unproven | AccessKind.Unknown)) == AccessKind.Content
                && _scope.LocksAt(trail.Body, access.Span) is { HasUnknown: false } locks && !locks.Contains(guarded.Lock.Key) && !_reported.Contains(trail.PlaceOf(access.Span))
                && _views.Of(trail, access.Place, i) is { } still && still.Object.Field.Equals(guarded.Field))
                return Describe(trail.PlaceOf(bind.Span), live, EscapeWay.UsedBeyondLock, isHeld: true, trail.Body);
            else if (IsHeldAt(trail, trail.Stops[i].Node.Span, guarded) && TakesLeave(trail.Stops[i].Node, guarded.Field))
                return null;
        return null;
    }

    /// <summary>What the variable holds, or a view of it.</summary>
    private static bool IsFrom(Trail trail, Value value, FieldFacts variable, int depth) => value switch
    {
        Value.Local local => local.Variable.Equals(variable),
        Value.CallResult { Node: var node } when depth < 3 && trail.CallOf(node) is { IsDelegateCall: false } call => IsFrom(trail, call.Receiver ?? call.Argument(0), variable, depth + 1),
        _ => false,
    };

    private bool IsHeldAt(Trail trail, TextSpan span, GuardedObject guarded) => _scope.LocksAt(trail.Body, span).Contains(guarded.Lock.Key);

    /// <summary>Sets a flag, or calls what puts another object into the field.</summary>
    private bool TakesLeave(Node node, FieldFacts guarded) => node switch
    {
        Access { Place: Value.Field } access => (access.Kind & (AccessKind.Write | AccessKind.Content)) == AccessKind.Write && (access.Kind & (AccessKind.Constant | AccessKind.Atomic)) != 0,
        Call { Method.IsSource: true } call => _scope.Program.Targets(call.Method).Any(target => _scope.Table.Of(target)?.Effects.Any(effect => effect is { Writes: true, IsContent: false } && effect.Path.Storage is { } storage && (storage.Equals(guarded) || (effect.Kind & AccessKind.Constant) != 0)) == true),
        _ => false,
    };

    /// <summary>Code that may do anything with its argument, at any time; a call of this compilation is followed, and what only compares or keeps alive does not look inside.</summary>
    private bool IsUnseen(Call call) => (call.IsDelegateCall && call.Receiver is not Value.Lambda
            || (!call.Method.IsSource || call.Method.IsDispatched && _scope.Program.Targets(call.Method).All(IsOnlyDeclared)) && call.Method.TypeId is not ("T:System.Object" or "T:System.GC" or "T:System.ArgumentNullException" or "T:System.Diagnostics.Debug" or "T:System.Linq.Enumerable")
            && !call.Method.TypeId.StartsWith("T:System.Threading.", StringComparison.Ordinal))
        && _scope.Program.Knowledge.RoleOf(call.Method.Key) == Knowledge.MemberRole.None;

    /// <summary>A member of an interface, or an abstract one: whoever implements it is not of this compilation.</summary>
    private bool IsOnlyDeclared(string target) => _scope.Program.Body(target) is not { } body || body.Root.All().All(static node => node is Sequence);

    /// <summary>The field gets other objects while the program runs: who holds a former one may have it alone.</summary>
    private bool IsReplacedAnywhere(GuardedObject guarded) =>
        _scope.UsesOf(guarded.Field).Any(use => LazyInitialization.IsPlainWrite(use.Access) || (use.Access.Kind & (AccessKind.Write | AccessKind.Content)) == AccessKind.Write);

    /// <summary>Into a member of an object that leaves, or into something wider.</summary>
    private GuardedEscape? Stored(Trail trail, int at, Access access, Value.Field place)
    {
        if (place.Receiver is Value.CallResult { Node: var node } && trail.CallOf(node) is { IsConstruction: true } made)
            return Leaves(trail, made) ? Escaping(trail, at, access.Stored, access.Span, EscapeWay.InsideObject) : null;
        var isWider = place.Receiver is null ? !place.Facts.IsPrivate || access.Stored is Value.Field { Receiver: not null } : place.Receiver is Value.Local { Variable: var owner } && trail.Body.Parameters.Contains(owner);
        return isWider && _views.Of(trail, access.Stored, at) is { } live && !live.Object.Field.Equals(place.Facts) && !JoinsStructure(trail, place.Receiver, live) ? Escaping(trail, at, access.Stored, access.Span, EscapeWay.StoredOutside) : null;
    }

    /// <summary>The object that takes it is itself put into the guarded one: a node is linked to its neighbours, and they to it.</summary>
    private bool JoinsStructure(Trail trail, Value? taker, Live live)
    {
        if (taker is not Value.Local node)
            return false;
        for (var i = 0; i < trail.Stops.Count; i++)
            if (trail.Stops[i].Node is Access { Place: Value.Field { Receiver: { } owner }, Stored: var stored } link && LazyInitialization.IsPlainWrite(link) && stored.Equals(node)
                && !owner.Equals(node) && _views.Of(trail, owner, i) is { } neighbour && neighbour.Object.Lock.Equals(live.Object.Lock))
                return true;
        return false;
    }

    private GuardedEscape? Passed(Trail trail, int at, Call call)
    {
        if (!call.Method.IsSource && LiveViews.GivesItem(call) && call.Arguments.Any(argument => argument is { IsByRef: true, Value: Value.Local { Variable: var variable } } && trail.Body.Parameters.Contains(variable))
            && call.Receiver is { } receiver && _views.Of(trail, receiver, at) is { Shape: EscapeShape.Itself, Object: { HasGuardedItems: true } items })
            return Escaping(trail, new(items, EscapeShape.Item), call.Span, EscapeWay.OutParameter);
        var way = call.IsDelegateCall && call.Receiver is Value.Field { Facts.IsEvent: true } ? EscapeWay.EventArgument
            : call is { IsConstruction: true, Method.IsSource: true } ? EscapeWay.InsideObject
            : (EscapeWay?)null;
        if (way is null)
            return null;
        foreach (var argument in call.Arguments)
            if (_views.Of(trail, argument.Value, at) is { Object.Lock: var gate } && (way == EscapeWay.EventArgument || Keeps(call, argument.Ordinal) && Leaves(trail, call) && (IsGivenAway(trail, call) || !StaysUnderLock(trail.Body, gate)))
                && Escaping(trail, at, argument.Value, call.Span, way.Value) is { } found)
                return found with { Place = trail.PlaceOf(argument.Span) };
        return null;
    }

    /// <summary>The constructor stores the parameter as it is.</summary>
    private bool Keeps(Call call, int ordinal)
    {
        if (_scope.Program.Body(call.Method.Id) is { } constructor)
            return ordinal < constructor.Parameters.Length && constructor.Parameters[ordinal] is { } parameter
                && constructor.Root.All().Any(node => node is Access { Place: Value.Field { Receiver: Value.ThisValue }, Stored: var stored } && IsOrHas(stored, new Value.Local(parameter)));
        if (_scope.Program.PrimaryParameter(call.Method, ordinal) is not { } primary)
            return false;
        var initializers = _scope.Program.InitializersOf(call.Method.TypeId).Select(_scope.Program.Body).OfType<BodyFacts>().SelectMany(static body => body.Root.All()).OfType<Access>().ToArray();
        var reads = initializers.Any(access => access.Place is Value.Field { Facts: var read } && read.Equals(primary));
        if (reads)
            return initializers.Any(access => (access.Kind & AccessKind.Write) != 0 && access.Stored is Value.Field { Facts: var kept } && kept.Equals(primary));

        // Not used by an initialiser: a record makes a property of it, a class captures it where a member names it.
        return _scope.Program.Type(call.Method.TypeId)?.IsRecord == true
            || _scope.Program.MembersOf(call.Method.TypeId).SelectMany(_scope.Program.BodiesOf).Any(body => body.Root.All().Any(node => node is Access { Place: Value.Field { Facts: var used } } && used.Equals(primary)));
    }

    private static bool IsOrHas(Value stored, Value parameter) => stored.Equals(parameter) || stored is Value.Either either && either.Options.Contains(parameter);

    /// <summary>The object made by the call is returned, given to others or stored outside.</summary>
    private static bool Leaves(Trail trail, Call made) => IsReturned(trail, made) || IsGivenAway(trail, made);

    private static bool IsReturned(Trail trail, Call made) =>
        Enumerable.Range(0, trail.Stops.Count).Any(i => trail.Stops[i].Node is Jump { Kind: JumpKind.Return or JumpKind.YieldReturn } jump && IsResult(trail, made, jump.Value, i));

    private static bool IsGivenAway(Trail trail, Call made)
    {
        for (var i = trail.IndexOf(made) + 1; i < trail.Stops.Count; i++)
        {
            switch (trail.Stops[i].Node)
            {
                case Call { IsDelegateCall: true } delegated when delegated.Arguments.Any(argument => IsResult(trail, made, argument.Value, i)):
                case Bind { Variable.IsByRef: true } bind when IsResult(trail, made, bind.Value, i):
                    return true;
                case Call { IsConstruction: false, Receiver: null or Value.ThisValue, Method.Name: var name } call when name.StartsWith("On", StringComparison.Ordinal) && call.Arguments.Any(argument => IsResult(trail, made, argument.Value, i)):
                    return true;
            }
        }

        return false;
    }

    private static bool IsResult(Trail trail, Call made, Value value, int at) => trail.Origin(value, at) is Value.CallResult { Node: var node } && node == made.Number;

    /// <summary>Everybody who calls the member holds the lock, and what it returns goes no further than that.</summary>
    private bool StaysUnderLock(BodyFacts body, AccessPath gate, int depth = 0)
    {
        if (body.IsExternallyVisible || body.IsNested || depth > MaxCallers || !_scope.EntryOf(body).Contains(gate.Key))
            return false;
        foreach (var id in _scope.SitesOf(body).Select(static site => site.CallerId).Distinct())
        {
            if (_scope.Program.Body(id) is not { } caller)
                return false;
            var trail = PublicationScope.TrailOf(caller);
            foreach (var stop in trail.Stops)
                if (stop.Node is Call call && _scope.Program.Targets(call.Method).Contains(body.Id) && (IsGivenAway(trail, call) || IsPassedOn(trail, call) || IsKept(trail, call) || IsHandedOn(trail, call) && !StaysUnderLock(caller, gate, depth + 1)))
                    return false;
        }

        return true;
    }

    private const int MaxCallers = 3;

    /// <summary>Some other object is handed it, which may keep it.</summary>
    private static bool IsPassedOn(Trail trail, Call made) => Enumerable.Range(0, trail.Stops.Count).Any(i =>
        trail.Stops[i].Node is Call { Receiver: not (null or Value.ThisValue) } call && call.Arguments.Any(argument => MayBe(trail, made, argument.Value, argument.Span, i)));

    /// <summary>It is stored where others may find it.</summary>
    private static bool IsKept(Trail trail, Call made) => Enumerable.Range(0, trail.Stops.Count).Any(i =>
        trail.Stops[i].Node is Access { Place: Value.Field or Value.Element } access && (access.Kind & AccessKind.Write) != 0 && MayBe(trail, made, access.Stored, access.Span, i));

    private static bool IsHandedOn(Trail trail, Call made) => Enumerable.Range(0, trail.Stops.Count).Any(i =>
        trail.Stops[i].Node is Jump { Kind: JumpKind.Return or JumpKind.YieldReturn } jump && MayBe(trail, made, jump.Value, jump.Span, i));

    /// <summary>Whether a value, which the span gives, can be what the call made: a struct has no name once it is copied.</summary>
    private static bool MayBe(Trail trail, Call made, Value value, TextSpan span, int at) => value switch
    {
        Value.UnknownValue => span.Contains(made.Span),
        Value.Either either => either.Options.Any(option => MayBe(trail, made, option, span, at)),
        Value.Local { Variable: var variable } when trail.Stops.Any(stop => stop.Node is Bind { Value: Value.UnknownValue } bind && bind.Variable.Equals(variable) && bind.Span.Contains(made.Span)) => true,
        _ => IsResult(trail, made, value, at),
    };

    private GuardedEscape Describe(Place place, Live live, EscapeWay way, bool isHeld, BodyFacts body)
    {
        var gate = live.Object.Lock;
        var name = gate switch
        {
            { Root: RootKind.This, Steps: [{ Field: { } field }] } => field.Name,
            { Root: RootKind.This, Steps.IsEmpty: true } => "this",
            { Root: RootKind.Static, Steps.IsEmpty: true, RootField: { } field } => field.Name,
            _ => null,
        };
        return new(place, live.Object.Field, live.Shape, way, name, body.DisplayName) { IsHeld = isHeld, Guarded = live.Object.Change.Place, GuardIsMonitor = gate.Storage is not { } storage || IsMonitor(storage) };
    }

    private static bool IsMonitor(FieldFacts gate) =>
        gate is { IsPairedLock: false } && gate.TypeId is not ("T:System.Threading.SemaphoreSlim" or "T:System.Threading.Semaphore" or "T:System.Threading.Mutex" or "T:System.Threading.SpinLock" or "T:System.Threading.ReaderWriterLockSlim" or "T:System.Threading.ReaderWriterLock");
}
