using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using ConcurrencyAnalyzers.Engine.Atomicity;

namespace ConcurrencyAnalyzers.CodeFixes.SharedState.Steps;

/// <summary>What can be done about a read and a write that are two steps where one is needed.</summary>
internal static class StepRemedies
{
    public static IEnumerable<EditScript> For(SourceView source, Finding finding)
    {
        if (StepPair.Of(source, finding) is not { } pair)
            return [];
        return pair.Gap == Gap.Unguarded
            ? new[] { EarlyRead.Plan(pair) }.OfType<EditScript>()
            : new[] { AtomicSteps.Plan(pair), FlagExchange.Plan(pair), RetryLoop.Plan(pair), Renewal.Plan(pair) }.OfType<EditScript>();
    }
}
