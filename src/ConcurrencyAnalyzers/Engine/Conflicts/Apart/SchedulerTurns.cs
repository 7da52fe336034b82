using ConcurrencyAnalyzers.Engine.Facts;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>
/// Async calls on an object that lives on a scheduler of its own (a window, an actor) go on there: one at a time, from one await to the
/// next. What does not reach across an await is then never interrupted.
/// </summary>
internal static class SchedulerTurns
{
    /// <param name="there">The flow of the other access; the first one goes on in the code that started it, or in an async call too.</param>
    public static bool KeepApart(ProgramIndex program, Effect access, Effect other, Fork there, Fork? here = null) =>
        there.Kind == ForkKind.AsyncCall && here is null or { Kind: ForkKind.AsyncCall } && IsTurn(program, access) && IsTurn(program, other);

    private static bool IsTurn(ProgramIndex program, Effect effect) =>
        !effect.SpansAwait && program.Body(effect.BodyId) is { } body && program.Type(body.TypeId)?.Bases.Any(part => program.Knowledge.Frameworks.TakesTurns(part.Substring(2))) == true
        && !WalksAcross(body, effect) && !body.Root.All().OfType<Call>().Any(static call => call.Method.Name == "ConfigureAwait" && call.Argument(0) is Value.Constant { Text: "False" });

    /// <summary>A walk that awaits at each item is not over before the next turn.</summary>
    private static bool WalksAcross(BodyFacts body, Effect effect) => (effect.Kind & AccessKind.Enumerate) != 0
        && body.Root.All().OfType<Loop>().Any(loop => loop.Span.Contains(effect.Place.Span) && loop.Body.All().OfType<Await>().Any());
}
