namespace ConcurrencyAnalyzers.Mutation;

/// <summary>Counts what was reported, kind by kind, and keeps what was not.</summary>
internal sealed class RecallReport
{
    private readonly List<(string Project, Mutant Mutant, Verdict Verdict)> _runs = [];

    public void Add(CapturedProject project, Mutant mutant, Verdict verdict) => _runs.Add((project.Name, mutant, verdict));

    public void Print(TextWriter output, bool misses, bool hits)
    {
        var valid = _runs.Where(static run => run.Verdict.Compiles).ToArray();
        output.WriteLine($"{valid.Length} mutants compile, {_runs.Count - valid.Length} do not");
        output.WriteLine("kind\tevidence\tmutants\treported\trecall");
        foreach (var row in valid.GroupBy(static run => (run.Mutant.Kind, run.Mutant.Evidence)).OrderBy(static row => row.Key))
        {
            var reported = row.Count(static run => run.Verdict.IsReported);
            output.WriteLine($"{row.Key.Kind}\t{row.Key.Evidence}\t{row.Count()}\t{reported}\t{100.0 * reported / row.Count():F1} %");
        }

        output.WriteLine();
        output.WriteLine("project\tlocks with evidence\treported");
        foreach (var project in valid.Where(static run => run.Mutant is { Kind: MutationKind.Lock, Evidence: Evidence.Enough }).GroupBy(static run => run.Project))
            output.WriteLine($"{project.Key}\t{project.Count()}\t{project.Count(static run => run.Verdict.IsReported)}");
        if (misses)
            List(output, "missed", valid.Where(static run => !run.Verdict.IsReported));
        if (hits)
            List(output, "reported", valid.Where(static run => run.Verdict.IsReported));
    }

    private static void List(TextWriter output, string title, IEnumerable<(string Project, Mutant Mutant, Verdict Verdict)> runs)
    {
        output.WriteLine();
        foreach (var (project, mutant, verdict) in runs)
            output.WriteLine($"{title}\t{project}\t{mutant.Kind}\t{mutant.Evidence}\t{mutant.Tree.FilePath}({mutant.Line})\t{mutant.States}\t{string.Join(" ", verdict.Findings.Select(static finding => finding.Id + "@" + (finding.Location.GetLineSpan().StartLinePosition.Line + 1)))}");
    }
}
