namespace ConcurrencyAnalyzers.Benchmarks;

/// <summary>
/// What analyzers add to a build. Every round runs every set once, so that a ratio compares neighbours in time: on a
/// machine with other work to do only such ratios mean anything. Counts of methods and of allocated bytes do not
/// depend on the machine at all.
/// </summary>
internal static class BuildCost
{
    public static bool Print(Project project, IReadOnlyList<AnalyzerSet> sets, int rounds, TextWriter output)
    {
        var compiler = CompilerRun.OfSdk();
        var runs = sets.ToDictionary(static set => set, static _ => new List<Usage>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var set in sets)
            {
                if (compiler.Run(project.ResponseFile, set.Files, out var message) is not { } usage)
                {
                    output.WriteLine($"{project.Name} with {set.Name} does not compile:\n{message}");
                    return false;
                }

                runs[set].Add(usage);
            }
        }

        var table = new Table("build: " + project.Name, "analyzer", "CPU s", "/ none", "/ empty", "worst", "peak MiB", "/ empty", "methods jitted", "allocated MiB");
        var (none, empty) = (runs[AnalyzerSet.None], runs[AnalyzerSet.Empty]);
        foreach (var set in sets)
        {
            var own = runs[set];
            table.Add(set.Name, Median(own, static run => run.Cpu).ToString("0.00"), Ratio(own, none).ToString("0.000"), Ratio(own, empty).ToString("0.000"),
                own.Zip(empty, static (left, right) => left.Cpu / right.Cpu).Max().ToString("0.000"), Median(own, static run => run.Peak).ToString("0"),
                Numbers.Median(own.Zip(empty, static (left, right) => left.Peak / right.Peak)).ToString("0.00"), Median(own, static run => run.Methods).ToString("0"), Median(own, static run => run.Allocated).ToString("0"));
        }

        table.Write(output);
        return true;
    }

    private static double Ratio(List<Usage> own, List<Usage> other) => Numbers.Median(own.Zip(other, static (left, right) => left.Cpu / right.Cpu));

    private static double Median(List<Usage> runs, Func<Usage, double> of) => Numbers.Median(runs.Select(of));
}
