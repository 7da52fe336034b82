using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Async methods that an object calls from its constructor, or keeps the task of, and that come round again after each await until they
/// are told to end: what stands in their loops runs beside the object's other members. What comes to an end by itself may be a part of
/// making the object, which its users wait for.
/// </summary>
internal static class BackgroundLoops
{
    public static bool Is(ProgramIndex program, Summary starter, Fork fork) =>
        !fork.IsReturned && fork.AsyncBody is { } id && (starter.Body.IsConstruction || fork.HandleKeys.Any(static key => key.StartsWith("this.", StringComparison.Ordinal)))
        && program.Body(id) is { IsNested: false } body && body.Root.All().OfType<Loop>().Any(IsEndless)
        && program.Type(starter.Body.TypeId) is { } type && !type.Bases.Any(part => program.Knowledge.Frameworks.IsSerial(part.Substring(2)));

    /// <summary>It awaits, and turns until a token, a flag or the end of a channel or a timer says otherwise.</summary>
    private static bool IsEndless(Loop loop) =>
        (loop.Trips.IsInfinite || loop.Condition is { } condition && condition.All().Any(IsToldToEnd) || loop.IsAsync && loop.All().Any(IsToldToEnd)) && (loop.IsAsync || loop.All().OfType<Await>().Any());

    private static bool IsToldToEnd(Node node) => node switch
    {
        Call { Method.Name: "get_IsCancellationRequested" or "WaitForNextTickAsync" or "WaitToReadAsync" or "ReadAllAsync" } => true,
        Access { Place: Value.Field { Facts.IsBool: true } } test => (test.Kind & AccessKind.Test) != 0,
        _ => false,
    };
}
