using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>
/// Summaries of earlier analyses, by the body they are of: in an editor, a keystroke leaves most of a program as it
/// was. Bodies die with their syntax trees, and what is kept of them here with them. Thread-safe.
/// </summary>
internal static class SummaryMemory
{
    /// <param name="Answers">Null where the summary rests on others that were not final.</param>
    private sealed record Memory(string Stamp, Summary Summary, Inquiry? Answers);

    private static readonly ConditionalWeakTable<BodyFacts, Memory> s_known = new();

    /// <summary>The summary that an interpretation would give now; null where that is not known.</summary>
    public static Summary? Find(BodyFacts body, SummaryTable table) =>
        s_known.TryGetValue(body, out var memory) && memory is { Answers: { } answers } && memory.Stamp == table.Stamp && answers.Holds(table) ? memory.Summary : null;

    /// <summary>
    /// Takes a new summary. Where it says what the former one said, that stays, and with it all that was made of it: a
    /// cycle of calls is computed anew each time, its callers are not.
    /// </summary>
    public static Summary Keep(BodyFacts body, SummaryTable table, Summary summary, Inquiry? answers)
    {
        if (s_known.TryGetValue(body, out var memory) && summary.SaysTheSameAs(memory.Summary))
            summary = memory.Summary;
        s_known.Remove(body);
        try
        {
            s_known.Add(body, new(table.Stamp, summary, answers?.Closed()));
        }
        catch (ArgumentException)
        {
            // Another analysis was faster.
        }

        return summary;
    }
}
