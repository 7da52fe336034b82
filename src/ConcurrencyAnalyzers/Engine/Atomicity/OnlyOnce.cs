using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>
/// What stands behind a gate that lets the first in, and is wrong when it is done twice: something is counted, given back, begun, or
/// others are told. What is ended, or noted, may be ended and noted once more.
/// </summary>
internal static class OnlyOnce
{
    /// <param name="act">The gate is shut.</param>
    /// <param name="seen">It was found open.</param>
    public static bool IsBehind(Act act, Observation seen, BodyFacts body, StepInquiry uses)
    {
        // Who waits in a loop until it changes takes turns with those who change it.
        if (body.Root.All().OfType<Loop>().Any(loop => loop.Condition?.All().OfType<Access>().Any(test => test.Place is Value.Field { Facts: var state } && state.Equals(act.Subject.Path.Storage)) == true))
            return false;
        foreach (var branch in body.Root.All().OfType<Branch>())
            if (branch.Condition.Span.Contains(seen.Place.Span) && body.Root.All().OfType<Call>().Any(call => IsNext(call, act, branch, body) && IsOnce(call, act, uses) && ToldTwice.IsDecidedAlike(branch, call, act)))
                return true;
        return false;
    }

    /// <summary>Who has shut the gate goes on with it: not what is done either way, or when the gate is shut because of what came of it.</summary>
    private static bool IsNext(Call call, Act act, Branch gate, BodyFacts body) =>
        call.Span.Start > act.Place.Span.End && !body.Root.All().OfType<Branch>().Any(inner => !ReferenceEquals(inner, gate) && inner.Span.Contains(act.Place.Span) && !inner.Span.Contains(call.Span))
        && !body.Root.All().OfType<TryNode>().Any(guarded => guarded.Cleanup?.Span.Contains(call.Span) == true);

    private static readonly string[] s_notes = ["log", "trace", "warn", "debug", "write"];

    private static bool IsOnce(Call call, Act act, StepInquiry uses)
    {
        if (call.IsDelegateCall)
            return call.Receiver is Value.Field { Facts.Name: var name } && !s_notes.Any(word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
        if (ToldTwice.Tells(call))
            return true;
        switch (uses.Knowledge.RoleOf(call.Method.Key))
        {
            case MemberRole.Start or MemberRole.SpawnTask or MemberRole.SpawnPool or MemberRole.SpawnTimer:
                return true;
            case MemberRole.AtomicUpdate:
                return call.Method.Name is "Increment" or "Decrement" or "Add" && call.Arguments is [{ Value: Value.Field { Facts: var counted } }, ..] && !counted.Equals(act.Subject.Path.Storage);
            default:
                return call.Method is { IsSource: false, Name: "Release" or "Return" or "Signal" };
        }
    }
}
