using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// Volatile flags that are only ever raised: who finds one up comes after all that was done before it was raised, as after a signal,
/// whether he has looked himself or called a member that returns only then.
/// </summary>
internal sealed partial class BodyInterpreter
{
    private State NoteRaised(Access access, IReadOnlyList<AccessPath> places, State state)
    {
        if (access is not { Place: Value.Field { Facts: { IsVolatile: true, IsBool: true } flag }, Stored: Value.Constant { Text: "True" } } || places is not [var path] || body.IsConstruction || !asked.IsOnlyRaised(flag))
            return state;
        Record(new Effect(path, new Doing(AccessKind.None, new(body.FilePath, access.Span), body.DisplayName, body.Id) { IsSignal = true }, new Surroundings(Locks.LockSet.Empty)) { InLoop = true, AfterAwait = state.AfterAwait }, state);
        return state with { Signalled = state.Signalled.Add(path.Key), Joined = state.Joined.Add(path) };
    }

    /// <summary>On an arm: the flag was found up.</summary>
    private State SeenRaised(Branch branch, int arm, State state)
    {
        foreach (var told in branch.Comparisons)
            if (told.Arm == arm && told is { IsEqual: true, Constant: "True" })
                foreach (var node in branch.Condition.All().Append(branch.Condition))
                    if (node is Access { Place: Value.Field { Facts: { IsVolatile: true, IsBool: true } flag } place } read && read.Span == told.Read && asked.IsOnlyRaised(flag) && PlacesOf(place, ref state) is [var path])
                        state = state with { Joined = state.Joined.Add(path) };
        return state;
    }
}
