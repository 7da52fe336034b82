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

    private static AccessPath? FlowingIn(Call call, AbstractValue receiver) =>
        call.Method is { TypeId: AsyncLocal, Name: "get_Value" or "set_Value" } && receiver.Single is { Root: RootKind.This or RootKind.Static } holder ? holder.Flowing() : null;

    private State ExecuteFlowing(Call call, AccessPath flowing, State state)
    {
        if (call.Method.Name == "get_Value")
        {
            _results[call.Number] = state.Heap.TryGetValue(flowing, out var held) ? held : AbstractValue.Of(flowing);
            return state;
        }

        var value = Evaluate(call.Argument(0), ref state);
        return state with { Heap = value.IsUnknown ? state.Heap.Remove(flowing) : state.Heap.SetItem(flowing, value) };
    }
}
