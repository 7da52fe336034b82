using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>Runs the searches for conflicting pairs over one program.</summary>
internal static class ConflictFinder
{
    public static ImmutableArray<Conflict> Find(ProgramIndex program, ImmutableArray<Summary> summaries, IReadOnlyCollection<Summary> callees)
    {
        var table = new ConflictTable(new(program));
        foreach (var summary in summaries)
            ForkConflicts.Find(program, summary, table);
        var calls = new EntryLocks(program, summaries, callees);
        TypeConflicts.Find(program, summaries, calls, table);
        RootConflicts.Find(program, summaries, calls, table);
        return table.ToFindings();
    }
}
