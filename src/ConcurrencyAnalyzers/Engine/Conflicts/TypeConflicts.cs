namespace ConcurrencyAnalyzers.Engine.Conflicts;

internal static class TypeConflicts
{
    public static void Find(ProgramIndex program, List<Summaries.Summary> all, ConflictTable table)
    {
    }
}
