using System.Diagnostics;
using ConcurrencyAnalyzers.Mutation;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

var watch = Stopwatch.StartNew();
var report = new RecallReport(Console.Out, options.PrintsMisses, options.PrintsHits);
foreach (var file in options.ResponseFiles())
{
    var project = CapturedProject.Load(file);
    if (options.PrintsFindings)
    {
        FindingList.Print(Console.Out, project);
        continue;
    }

    var mutants = MutantSource.Of(project, options);
    Console.Error.WriteLine($"{project.Name}: {mutants.Count} mutants");
    if (mutants.Count == 0)
        continue;
    var runner = new MutantRunner(project.Compilation);
    var batches = MutantBatches.Of(mutants);
    Parallel.ForEach(batches, batch =>
    {
        foreach (var (mutant, verdict) in runner.Run(batch))
            report.Add(project, mutant, verdict);
    });
    Console.Error.WriteLine($"{project.Name}: {batches.Count} programs, {watch.Elapsed.TotalSeconds:F0} s");
}

if (!options.PrintsFindings)
    report.Print();
Console.Error.WriteLine($"{watch.Elapsed.TotalSeconds:F0} s");
return 0;
