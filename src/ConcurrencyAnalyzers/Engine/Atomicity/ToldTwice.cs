using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Knowledge;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>
/// What was found missing is noted, and because it was missing others are told, or something is brought about: two that
/// find it missing both do so. A value that is only kept may be stored twice.
/// </summary>
internal static class ToldTwice
{
    public static bool Is(Act act, Observation seen, BodyFacts body) => body.Root.All().OfType<Branch>()
        .Any(branch => branch.Condition.Span.Contains(seen.Place.Span) && body.Root.All().OfType<Call>().Any(call => Tells(call) && IsDecidedAlike(branch, call, act)));

    /// <summary>An event is raised, or a command given whose outcome nobody keeps.</summary>
    public static bool Tells(Call call) => call.IsDelegateCall && call.Receiver is Value.Field { Facts.IsEvent: true } || call.IsDropped && Commands.Is(call);

    /// <summary>Both stand on the same arm of the branch, or both behind it, where one arm has left.</summary>
    public static bool IsDecidedAlike(Branch branch, Call call, Act act)
    {
        foreach (var arm in branch.Arms)
            if (arm.Span.Contains(act.Place.Span) || arm.Span.Contains(call.Span))
                return arm.Span.Contains(act.Place.Span) && arm.Span.Contains(call.Span);
        return call.Span.Start > branch.Span.End && act.Place.Span.Start > branch.Span.End;
    }
}
