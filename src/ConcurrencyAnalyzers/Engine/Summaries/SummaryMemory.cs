using System.Runtime.CompilerServices;
using ConcurrencyAnalyzers.Engine.Facts;

namespace ConcurrencyAnalyzers.Engine.Summaries;

/// <summary>A summary, with what was asked to make it; null where that is not known.</summary>
internal sealed record Interpreted(BodyFacts Body, Summary Summary, Inquiry? Answers);

/// <summary>
/// Summaries of earlier analyses, by the body they are of: in an editor, a keystroke leaves most of a program as it
/// was. Bodies that call each other are remembered together. Bodies die with their syntax trees, and what is kept of
/// them here with them. Thread-safe.
/// </summary>
internal static class SummaryMemory
{
    /// <param name="Group">At the first of the bodies that call each other: all of them; null where the summaries cannot be used again.</param>
    private sealed record Memory(string Stamp, Summary Summary, Interpreted[]? Group);

    private static readonly ConditionalWeakTable<BodyFacts, Memory> s_known = new();

    /// <summary>The summaries that an interpretation would give now, in the order of the bodies; null where that is not known.</summary>
    /// <param name="bodies">Bodies that call each other, or one.</param>
    public static IReadOnlyList<Interpreted>? Find(IReadOnlyList<BodyFacts> bodies, SummaryTable table)
    {
        if (!s_known.TryGetValue(bodies[0], out var memory) || memory is not { Group: { } group } || memory.Stamp != table.Stamp || group.Length != bodies.Count)
            return null;
        for (var i = 0; i < group.Length; i++)
            if (!ReferenceEquals(group[i].Body, bodies[i]))
                return null;
        var ids = IdsOf(bodies);

        foreach (var member in group)
            if (member.Answers?.Holds(table, ids) != true)
                return null;
        return group;
    }

    /// <summary>
    /// Takes new summaries. Where one says what the former one said, that stays, and with it all that was made of it.
    /// </summary>
    /// <param name="group">Of bodies that call each other, or of one.</param>
    /// <param name="isReusable">False where they rest on others that were not final.</param>
    public static Interpreted[] Keep(Interpreted[] group, SummaryTable table, bool isReusable)
    {
        for (var i = 0; i < group.Length; i++)
        {
            group[i].Answers?.Closed();
            if (s_known.TryGetValue(group[i].Body, out var memory) && group[i].Summary.SaysTheSameAs(memory.Summary))
                group[i] = group[i] with { Summary = memory.Summary };
        }

        for (var i = 0; i < group.Length; i++)
            Set(group[i].Body, new(table.Stamp, group[i].Summary, i == 0 && isReusable ? group : null));
        return group;
    }

    /// <summary>The ids of bodies that call each other; there is hardly ever more than one.</summary>
    public static ICollection<string> IdsOf(IReadOnlyList<BodyFacts> group) =>
        group.Count == 1 ? [group[0].Id] : new HashSet<string>(group.Select(static body => body.Id), StringComparer.Ordinal);

    private static void Set(BodyFacts body, Memory memory)
    {
        s_known.Remove(body);
        try
        {
            s_known.Add(body, memory);
        }
        catch (ArgumentException)
        {
            // Another analysis was faster.
        }
    }
}
