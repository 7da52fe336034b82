using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Locations;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>Numbers that let in who changes them first: a lock that is held until the number is set back.</summary>
internal sealed partial class StepWalk
{
    private static readonly string s_gate = AccessPath.Object("gate ").Key;

    private static AccessPath GateOf(Subject subject) => AccessPath.Object("gate " + subject.Key);

    private static HeldPaths GatesIn(HeldPaths locks) => HeldPaths.Of(locks.Paths.Where(static path => path.Key.StartsWith(s_gate, StringComparison.Ordinal)).ToImmutableArray());

    private static bool IsEmpty(Node arm) => arm is Sequence { Nodes.IsEmpty: true };

    /// <summary>
    /// <c>Increment(ref n) != 1</c>: the first one in goes on, the others leave it their work. Who fails is left behind by the
    /// test itself, as with any attempt.
    /// </summary>
    private Moment EnterCounted(Branch branch, Moment moment)
    {
        if (branch is not { Comparison: ComparisonKind.Equality, Test: Value.CallResult { Node: var number } } || CallAt(number) is not { Method: { TypeId: "T:System.Threading.Interlocked", Name: "Increment" }, Arguments: [{ IsByRef: true, IsPart: false, Value: var place }, ..] })
            return moment;
        return VariableOf(place) is { } subject ? Enter(GateOf(subject), moment) : moment;
    }

    /// <summary>Between the two a permit of a semaphore was taken without waiting, and is given back after the act: that bounds what goes in.</summary>
    private bool HasPermit(Observation seen, Act act)
    {
        var calls = body.Root.All().OfType<Call>().Where(static call => call.Method.ReceiverTypeId is "System.Threading.SemaphoreSlim" or "System.Threading.Semaphore").ToArray();
        return calls.Any(taken => taken is { IsDropped: false, Receiver: { } semaphore } && taken.Method.Name is "Wait" or "WaitAsync" or "WaitOne" && taken.Argument(0) is Value.Constant { Text: "0" }
            && taken.Span.Start > seen.Place.Span.End && taken.Span.End <= act.Place.Span.Start && PathOf(semaphore) is { } permits
            && calls.Any(given => given.Method.Name == "Release" && given.Span.Start > act.Place.Span.End && PathOf(given.Receiver) is { } other && other.Equals(permits)));
    }
}
