using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// A function that gives out a closure gives out its own variables with it. To who calls it they lie in one object, which that
/// call made: the same for all that run the closure, another for each call.
/// </summary>
internal sealed partial class BodyInterpreter
{
    private bool MakesClosure(Summary callee) => callee.Body.Id != body.Id && callee.Result.Delegates.Any(static target => target.IsClosure);

    /// <summary>The variable is this body's, or of a function around it.</summary>
    private bool Declares(string variable)
    {
        for (var scope = body; scope is not null; scope = scope.EnclosingId is { } outer ? asked.Body(outer) : null)
            if (asked.DeclaredIn(scope).Contains(variable))
                return true;
        return false;
    }

    /// <summary>What the closure has captured of the arguments is what the caller handed in.</summary>
    private State KeepArguments(Summary callee, Call call, Renaming renaming, State state)
    {
        if (!MakesClosure(callee))
            return state;
        foreach (var parameter in callee.Body.Parameters)
            if (parameter.IsReferenceType && renaming.Argument(parameter) is { IsUnknown: false } argument && NewObject(call.Number).Field(parameter) is { } place)
                state = state with { Heap = state.Heap.SetItem(place, argument) };
        return state;
    }
}
