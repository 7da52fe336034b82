using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Async methods that an object calls once, keeps the task of, and that come round again after each await: what stands in
/// their loops runs beside the object's other members as long as the object lives.
/// </summary>
internal static class BackgroundLoops
{
    public static bool Is(ProgramIndex program, Summary starter, Fork fork) =>
        !fork.IsReturned && fork.AsyncBody is { } id && (starter.Body.IsConstruction || fork.HandleKeys.Any(static key => key.StartsWith("this.", StringComparison.Ordinal)))
        && program.Body(id) is { IsNested: false } body && body.Root.All().OfType<Loop>().Any(static loop => loop.Body.All().OfType<Await>().Any())
        && program.Type(starter.Body.TypeId) is { } type && !type.Bases.Any(part => program.Knowledge.Frameworks.IsSerial(part.Substring(2)));
}
