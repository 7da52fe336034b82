using System.Collections.Immutable;
using ConcurrencyAnalyzers.Engine.Summaries;

namespace ConcurrencyAnalyzers.Engine.Conflicts;

/// <summary>Runs every search for conflicts over one program.</summary>
internal static class ConflictFinder
{
    public static ImmutableArray<Conflict> Find(ProgramIndex program, CancellationToken cancellation)
    {
        var summaries = new SummaryTable(program, cancellation);
        var table = new ConflictTable();
        var all = new List<Summary>();
        foreach (var member in program.Relevant)
            foreach (var body in program.BodiesOf(member))
                if (summaries.Of(body.Id) is { } summary)
                    all.Add(summary);
        foreach (var summary in all)
            ForkConflicts.Find(summary, table);
        TypeConflicts.Find(program, all, table);
        return table.ToFindings();
    }
}
