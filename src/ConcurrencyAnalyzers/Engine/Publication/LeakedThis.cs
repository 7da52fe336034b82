using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;

namespace ConcurrencyAnalyzers.Engine.Publication;

/// <summary>
/// Finds constructors that let their object out before it is complete: work is started, a handler subscribed or the
/// object registered while a field that the other side reads is assigned afterwards.
/// </summary>
internal sealed class LeakedThis(PublicationScope scope)
{
    private const int MaxDepth = 4;

    private readonly Dictionary<string, HashSet<string>> _reads = new(StringComparer.Ordinal);

    public IEnumerable<UnsafePublication> Find(Trail trail)
    {
        if (trail.Body.Kind != BodyKind.Constructor)
            yield break;
        for (var i = 0; i < trail.Stops.Count; i++)
        {
            if (trail.Stops[i].Node is not Call call || ReadersOf(trail, i, call) is not { Length: > 0 } readers)
                continue;
            if (LateAssignment(trail, i, call, readers) is { } late)
                yield return new(trail.PlaceOf(call.NameSpan.IsEmpty ? call.Span : call.NameSpan), PublicationFlaw.ThisEscapes, ((Value.Field)late.Access.Place).Facts, trail.PlaceOf(late.Access.Span), trail.Body.DisplayName)
                {
                    Victim = new(late.Reader.FilePath, late.Reader.Span),
                    Steps = ImmutableArray.Create(trail.PlaceOf(late.Access.Span)),
                };
        }
    }

    /// <summary>The bodies that may run from here on, on another thread, with this object.</summary>
    private BodyFacts[] ReadersOf(Trail trail, int at, Call call)
    {
        var started = scope.Table.Of(trail.Body.Id)?.Forks.Where(fork => !fork.IsDormant && fork.Place.Span == call.NameSpan).SelectMany(static fork => fork.Bodies).Distinct().ToArray() ?? [];
        if (started.Length > 0)
            return IsDueLater(call) ? [] : Known(started);
        if (call.Method.Name.StartsWith("add_", StringComparison.Ordinal) && call.Receiver is not Value.ThisValue && !IsMadeHere(trail, at, call.Receiver))
            return Known(HandlersIn(trail, at, call).Where(scope.RunInFlows.Contains));
        if (!call.IsConstruction && call.Arguments.Any(static argument => argument.Value is Value.ThisValue) && IsPublic(trail, call))
            return scope.BodiesOfType(trail.Body.TypeId).Where(body => body.Kind is BodyKind.Method or BodyKind.Accessor && scope.RunInFlows.Contains(body.Id)).ToArray();
        return [];
    }

    /// <summary>The constructor itself made what raises the event: nobody else has it yet.</summary>
    private static bool IsMadeHere(Trail trail, int at, Value? receiver)
    {
        if (receiver is null)
            return false;
        var origin = trail.Origin(receiver, at);
        for (var i = at - 1; i >= 0 && origin is Value.Field { Receiver: Value.ThisValue }; i--)
            if (trail.Stops[i].Node is Access access && LazyInitialization.IsPlainWrite(access) && access.Place.Equals(origin))
                origin = trail.Origin(access.Stored, i);
        return origin is Value.CallResult { Node: var node } && trail.CallOf(node) is { IsConstruction: true };
    }

    private BodyFacts[] Known(IEnumerable<string> ids) => ids.Select(scope.Program.Body).OfType<BodyFacts>().ToArray();

    private IEnumerable<string> HandlersIn(Trail trail, int at, Call call)
    {
        foreach (var argument in call.Arguments)
            switch (trail.Origin(argument.Value, at))
            {
                case Value.Lambda lambda:
                    yield return lambda.BodyId;
                    break;
                case Value.MethodGroup { Receiver: Value.ThisValue } group:
                    foreach (var target in scope.Program.Targets(group.Method))
                        yield return target;
                    break;
            }
    }

    /// <summary>What the object is given to lives longer and is known to others: a static, or a static member.</summary>
    private static bool IsPublic(Trail trail, Call call) =>
        call.Method is { IsStatic: true, IsSource: true, ReturnTypeId: "T:System.Void" or "T:System.Boolean" } && call.Method.TypeId != trail.Body.TypeId && call.Receiver is null
        || call.Receiver is Value.Field { Receiver: null };

    /// <summary>A timer whose first tick is not due at once leaves time enough.</summary>
    private bool IsDueLater(Call call)
    {
        if (scope.Program.Knowledge.RoleOf(call.Method.Key) != MemberRole.SpawnTimer)
            return false;
        return call.Argument(2) is not (Value.Constant { Text: "0" } or Value.Field { Facts.Name: "Zero" });
    }

    /// <summary>The first field assigned after the call that a reader reads; null where none is, or a wait or a lock orders the two.</summary>
    private (Access Access, BodyFacts Reader)? LateAssignment(Trail trail, int at, Call call, BodyFacts[] readers)
    {
        var open = readers.Where(reader => !WaitsFirst(reader)).Select(reader => (Body: reader, Fields: FieldsReadBy(reader, 0))).ToArray();
        for (var i = at + 1; i < trail.Stops.Count; i++)
        {
            switch (trail.Stops[i].Node)
            {
                case Call other when scope.Program.Knowledge.RoleOf(other.Method.Key) is MemberRole.Join or MemberRole.JoinArguments or MemberRole.SignalWait:
                case Await:
                    return null;
                case Access { Place: Value.Field { Receiver: Value.ThisValue, Facts: var field } } access when LazyInitialization.IsPlainWrite(access) && !IsHandle(trail, i, access, call)
                    && scope.LocksAt(trail.Body, access.Span).IsEmpty && !HasBefore(trail, at, field):
                    foreach (var (body, fields) in open)
                        if (fields.Contains(field.Id))
                            return (access, body);
                    break;
            }
        }

        return null;
    }

    /// <summary>The field had its value before the call: what comes later is a change, not the construction.</summary>
    private static bool HasBefore(Trail trail, int at, FieldFacts field)
    {
        for (var i = 0; i < at; i++)
            if (trail.Stops[i].Node is Access { Place: Value.Field { Receiver: Value.ThisValue, Facts: var assigned } } access && assigned.Equals(field) && (access.Kind & AccessKind.Write) != 0)
                return true;
        return false;
    }

    /// <summary>What is stored is the handle of the work itself.</summary>
    private static bool IsHandle(Trail trail, int at, Access access, Call call) =>
        trail.Origin(access.Stored, at) is Value.CallResult { Node: var node } && (node == call.Number || call.Receiver is { } receiver && trail.Origin(receiver, at).Equals(trail.Origin(access.Stored, at)));

    /// <summary>The other side begins by waiting for something.</summary>
    private bool WaitsFirst(BodyFacts body)
    {
        foreach (var node in body.Root.All())
        {
            switch (node)
            {
                case LockRegion:
                case Call call when scope.Program.Knowledge.RoleOf(call.Method.Key) is MemberRole.SignalWait or MemberRole.LockWait or MemberRole.LockEnter or MemberRole.Join:
                    return true;
                case Call { Method.IsSource: true }:
                case Access { Place: Value.Field { Receiver: Value.ThisValue, Facts: var field } } when !field.TypeId.StartsWith("T:System.Threading.", StringComparison.Ordinal):
                    return false;
            }
        }

        return false;
    }

    /// <summary>Ids of the fields of <c>this</c> that the body, its lambdas and the members of the object that it calls read.</summary>
    private HashSet<string> FieldsReadBy(BodyFacts body, int depth)
    {
        if (_reads.TryGetValue(body.Id, out var known))
            return known;
        var fields = _reads[body.Id] = new(StringComparer.Ordinal);
        foreach (var node in body.Root.All())
        {
            switch (node)
            {
                case Access { Place: Value.Field { Receiver: Value.ThisValue, Facts: var field } } access when (access.Kind & AccessKind.Read) != 0:
                    fields.Add(field.Id);
                    break;
                case Call { Receiver: Value.ThisValue } call when depth < MaxDepth:
                    foreach (var target in scope.Program.Targets(call.Method))
                        if (scope.Program.Body(target) is { } callee)
                            fields.UnionWith(FieldsReadBy(callee, depth + 1));
                    break;
            }
        }

        foreach (var nested in body.Nested)
            if (depth < MaxDepth && scope.Program.Body(nested) is { } inner)
                fields.UnionWith(FieldsReadBy(inner, depth + 1));
        return fields;
    }
}
