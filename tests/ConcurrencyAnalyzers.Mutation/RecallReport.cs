namespace ConcurrencyAnalyzers.Mutation;

/// <summary>Tells of each mutant as it comes, if asked to, and counts what was reported, kind by kind. Mutants may come from any thread.</summary>
internal sealed class RecallReport(TextWriter output, bool misses, bool hits)
{
    private readonly Lock _gate = new();
    private readonly List<(string Project, Mutant Mutant, Verdict Verdict)> _runs = [];

    public void Add(CapturedProject project, Mutant mutant, Verdict verdict)
    {
        lock (_gate)
        {
            _runs.Add((project.Name, mutant, verdict));
            if (!verdict.Compiles || !(verdict.IsReported ? hits : misses))
                return;
            output.WriteLine($"{(verdict.IsReported ? "reported" : "missed")}\t{project.Name}\t{mutant.Kind}\t{mutant.Evidence}\t{mutant.Tree.FilePath}({mutant.Line})\t{mutant.States}\t{string.Join(" ", verdict.Findings.Select(static finding => finding.Id + "@" + (finding.Location.GetLineSpan().StartLinePosition.Line + 1)))}");
            output.Flush();
        }
    }

    public void Print()
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
        output.Flush();
    }
}
