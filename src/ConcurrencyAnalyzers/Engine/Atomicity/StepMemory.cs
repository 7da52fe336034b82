using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Atomicity;

/// <summary>The steps of a body, with what was asked to find them; null where another order of questions might give another answer.</summary>
/// <param name="Height">The bodies that stand on each other from this one down.</param>
internal sealed record Walked(BodyFacts Body, StepSummary Steps, StepInquiry? Answers, int Height);

/// <summary>
/// Steps found in earlier analyses, by the body they are of, as summaries are kept. They die with the syntax trees of the
/// bodies. Thread-safe.
/// </summary>
internal static class StepMemory
{
    private sealed record Memory(string Stamp, Walked[] Group);

    private static readonly ConditionalWeakTable<BodyFacts, Memory> s_known = new();

    /// <summary>The steps that walks would find now; null where that is not known.</summary>
    /// <param name="group">Bodies that call each other, or one.</param>
    /// <param name="depth">How many more bodies may stand on each other here.</param>
    public static Walked[]? Find(IReadOnlyList<BodyFacts> group, StepTable table, int depth)
    {
        if (!s_known.TryGetValue(group[0], out var memory) || memory.Stamp != table.Summaries.Stamp || memory.Group.Length != group.Count)
            return null;
        for (var i = 0; i < group.Count; i++)
            if (!ReferenceEquals(memory.Group[i].Body, group[i]) || memory.Group[i].Height > depth)
                return null;
        var ids = Summaries.SummaryMemory.IdsOf(group);

        foreach (var member in memory.Group)
            if (!member.Answers!.Holds(table, ids))
                return null;
        return memory.Group;
    }

    public static void Keep(Walked[] group, StepTable table)
    {
        s_known.Remove(group[0].Body);
        if (Array.Exists(group, static walked => walked.Answers is null))
            return;
        foreach (var walked in group)
            walked.Answers!.Closed();
        try
        {
            s_known.Add(group[0].Body, new(table.Summaries.Stamp, group));
        }
        catch (ArgumentException)
        {
            // Another analysis was faster.
        }
    }
}
