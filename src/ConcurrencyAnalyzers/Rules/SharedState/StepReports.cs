using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine;
using ConcurrencyAnalyzers.Engine.Atomicity;

namespace ConcurrencyAnalyzers.Rules.SharedState;

/// <summary>Two steps of one flow in the words of the rules about collisions: the other side is whoever comes in between.</summary>
internal static class StepReports
{
    /// <summary>At the read that lacks the lock of the write; at the write where both are atomic by themselves.</summary>
    public static Report Of(BrokenStep step)
    {
        var isRead = step.Gap == Gap.Unguarded;
        var (here, there) = isRead ? (step.Check, step.Act) : (step.Act, step.Check);
        return new Report(
            here,
            step.State.Name,
            isRead ? "read" : StepRule.Verb(step),
            new Phrase(isRead ? "code that writes what it made of it ({0})" : "code that looked at it before ({0})", there),
            "other threads can change it in between",
            StepRule.Consequence(step),
            step.Lock is { } name ? $"'lock ({name})'" : "the lock that is held there")
        {
            Related = ImmutableArray.Create(there),
            Properties = FactsOf(step, there, isRead),
        };
    }

    private static ImmutableDictionary<string, string?> FactsOf(BrokenStep step, Place there, bool isRead)
    {
        var facts = StepRule.FactsOf(step).Remove(FixFacts.Check);
        return step.Check.FilePath == step.Act.FilePath ? facts.Add(isRead ? FixFacts.Act : FixFacts.Check, FixFacts.Span(there.Span)) : facts;
    }
}
