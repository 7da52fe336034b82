using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// What an AsyncLocal holds flows from who starts work to what is started: the reference, not the object. A flow that sets it
/// has its own from then on; one that does not has what its starter had.
/// </summary>
internal sealed partial class BodyInterpreter
{
    private const string AsyncLocal = "T:System.Threading.AsyncLocal`1";
    private const string ThreadLocal = "T:System.Threading.ThreadLocal`1";

    private static AccessPath? FlowingIn(Call call, AbstractValue receiver) =>
        call.Method is { TypeId: AsyncLocal, Name: "get_Value" or "set_Value" } && receiver.Single is { Root: RootKind.This or RootKind.Static } holder ? holder.Flowing() : null;

    /// <summary>What the one factory of a ThreadLocal gives every thread, where that is no new object but one that a field holds.</summary>
    private AccessPath? SameForAll(AccessPath perThread)
    {
        if (perThread.Storage is not { } || asked.DelegatesAt(perThread) is not [{ Receiver: var owner } factory] || asked.Of(factory.BodyId) is not { Result.Single: { } given })
            return null;
        return given is { Root: RootKind.Static, EndsInElement: false } ? given : given is { Root: RootKind.This, Steps.IsEmpty: false, EndsInElement: false } && owner is not null ? given.Rebase(owner) : null;
    }

    /// <summary>An object that a callee made for the flow, in the names of its caller.</summary>
    private AccessPath? FlowingFrom(Call call, AccessPath flowing) =>
        flowing.Storage is { } holder ? AccessPath.Object(NewObject(call.Number).RootId + " for " + holder.Id).Named(holder) : null;

    /// <summary>What was set where nothing was set before: what the flow had, or the new one, is the same to all that it starts.</summary>
    private static AccessPath? SetIfMissing(AccessPath flowing, AbstractValue held) =>
        flowing.IsOfFlow && held.Objects.Count == 2 && held.Objects.Contains(flowing) ? held.Objects[held.Objects[0].Equals(flowing) ? 1 : 0] : null;

    private State ExecuteFlowing(Call call, AccessPath flowing, State state)
    {
        if (call.Method.Name == "get_Value")
        {
            _results[call.Number] = state.Heap.TryGetValue(flowing, out var held) && !held.Objects.Contains(flowing) ? held : AbstractValue.Of(flowing);
            return state;
        }

        // An object without a name of its own goes by that of what holds it.
        var value = Evaluate(call.Argument(0), ref state);
        if (value.Single is { Root: RootKind.Object } made && flowing.Storage is { } holder)
            value = AbstractValue.Of(made.Named(holder));
        return state with { Heap = value.IsUnknown ? state.Heap.Remove(flowing) : state.Heap.SetItem(flowing, value) };
    }
}
