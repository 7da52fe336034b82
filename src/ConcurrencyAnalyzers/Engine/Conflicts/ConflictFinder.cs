using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>Runs the searches for conflicting pairs over one program.</summary>
internal static class ConflictFinder
{
    /// <param name="table">Gets every pair that can overlap.</param>
    public static ImmutableArray<Conflict> Search(ProgramIndex program, ImmutableArray<Summary> summaries, EntryLocks calls, ConflictTable table)
    {
        foreach (var summary in summaries)
            ForkConflicts.Find(program, summary, table);
        TypeConflicts.Find(program, summaries, calls, table);
        RootConflicts.Find(program, summaries, calls, table);
        return table.ToFindings();
    }
}
