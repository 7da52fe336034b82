using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;

namespace ConcurrencyAnalyzers.Engine.Flows;

/// <summary>
/// What becomes of a task inside one member: somebody waits for it or may do so (it is awaited, returned, stored in a
/// field, given to a call that we do not judge), or nobody can. Every doubt counts as care.
/// </summary>
internal sealed class TaskFate(HandleUses uses, KnowledgeBase knowledge)
{
    private static readonly HashSet<string> s_adding = new(StringComparer.Ordinal) { "Add", "AddRange", "AddFirst", "AddLast", "Append", "Enqueue", "Insert", "Push", "Prepend", "TryAdd", "set_Item" };

    private static readonly HashSet<string> s_blind = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "AddFirst", "AddLast", "Enqueue", "Insert", "Push", "TryAdd", "set_Item", "get_Count", "get_Length", "get_Capacity", "Clear", "EnsureCapacity", "TrimExcess",
        "get_Id", "get_AsyncState", "ToString", "GetHashCode", "Dispose", "Start",
    };

    /// <summary>Whether anybody can wait for the value, or for an item of it.</summary>
    public bool IsTakenCareOf(Value value) => IsTakenCareOf(value, []);

    /// <summary>The name of the local or parameter that the value ends up in; null where it has none.</summary>
    public string? HolderOf(Value value)
    {
        var seen = new HashSet<Value>();
        for (var current = value; current is not null && seen.Add(current);)
        {
            Value? next = null;
            foreach (var use in uses.Of(current))
            {
                if (use is { Kind: UseKind.Stored, Target: Value.Local local })
                    return local.Variable.Name;
                if (use is { Kind: UseKind.Stored, Target: Value.Element element })
                    next = element.Container;
                else if (use.Kind == UseKind.Contained)
                    next = use.Target;
                else if (use.Kind == UseKind.Argument && IsAdding(use.Call!))
                    next = use.Call!.Receiver;
                else if (use.Call is { } call && IsPassedOn(call))
                    next = new Value.CallResult(call.Number);
                if (next is Value.Local named)
                    return named.Variable.Name;
            }

            current = next!;
        }

        return null;
    }

    /// <summary>The use that closes the matter in one body, for order: the node at which the value is no longer open.</summary>
    public bool Closes(HandleUse use) => IsCare(use, []);

    private bool IsTakenCareOf(Value value, HashSet<Value> seen)
    {
        if (!seen.Add(value))
            return false;
        foreach (var use in uses.Of(value))
            if (IsCare(use, seen))
                return true;
        return false;
    }

    private bool IsCare(HandleUse use, HashSet<Value> seen) => use.Kind switch
    {
        UseKind.Dropped => false,
        UseKind.Stored => use.Target switch
        {
            // A lambda's parameter of that name takes what is meant as a discard.
            Value.Local { Variable.Name: "_" } => true,
            Value.Local local => IsTakenCareOf(local, seen),
            Value.Element element => ContainerCares(element.Container, seen),
            _ => true,
        },
        UseKind.Contained => IsTakenCareOf(use.Target, seen),
        UseKind.Receiver => ReceiverCares(use, seen),
        UseKind.Argument => ArgumentCares(use, seen),
        _ => true,
    };

    private bool ReceiverCares(HandleUse use, HashSet<Value> seen)
    {
        var call = use.Call!;
        if (s_blind.Contains(call.Method.Name))
            return false;
        if (knowledge.RoleOf(call.Method.Key) is MemberRole.SameHandle or MemberRole.SameObject)
            return IsTakenCareOf(new Value.CallResult(call.Number), seen);
        return !(IsOfCollection(call) && GivesToLambda(call, out var parameter)) || IsTakenCareOf(parameter, seen);
    }

    private bool ArgumentCares(HandleUse use, HashSet<Value> seen)
    {
        var call = use.Call!;
        if (IsAdding(call))
            return call.Receiver is null || ContainerCares(call.Receiver, seen);
        if (call.IsConstruction && IsOfCollection(call))
            return IsTakenCareOf(new Value.CallResult(call.Number), seen);
        if (!IsPassedOn(call))
            return !(call.Method.TypeId is "T:System.Array" && GivesToLambda(call, out var item)) || IsTakenCareOf(item, seen);
        if (call.Method.Name is "Count" or "Any" or "LongCount" or "TryGetNonEnumeratedCount" && !GivesToLambda(call, out _))
            return false;
        return IsTakenCareOf(new Value.CallResult(call.Number), seen) || GivesToLambda(call, out var parameter) && IsTakenCareOf(parameter, seen);
    }

    /// <summary>A collection that is no local of this member lives on elsewhere.</summary>
    private bool ContainerCares(Value container, HashSet<Value> seen) => container switch
    {
        Value.Local { Variable: var variable } => uses.IsParameter(variable) || IsTakenCareOf(container, seen),
        Value.Items or Value.CallResult => IsTakenCareOf(container, seen),
        Value.Element element => ContainerCares(element.Container, seen),
        _ => true,
    };

    /// <summary>The result stands for what was passed: LINQ, ConfigureAwait and the like.</summary>
    private bool IsPassedOn(Call call) =>
        knowledge.RoleOf(call.Method.Key) is MemberRole.SameHandle or MemberRole.SameObject
        || call.Method.TypeId == "T:System.Linq.Enumerable";

    private static bool IsAdding(Call call) =>
        call.Receiver is not null && s_adding.Contains(call.Method.Name) && IsOfCollection(call);

    private static bool IsOfCollection(Call call) => call.Method.TypeId.StartsWith("T:System.Collections.", StringComparison.Ordinal);

    private bool GivesToLambda(Call call, out Value parameter)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Value is Value.Lambda lambda && uses.Body(lambda.BodyId) is { Parameters.Length: > 0 } body)
            {
                parameter = new Value.Local(body.Parameters[0]);
                return true;
            }
        }

        parameter = Value.Unknown;
        return false;
    }
}
