using System.Diagnostics;
using ConcurrencyAnalyzers.Mutation;

if (Options.Parse(args) is not { } options)
{
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

var watch = Stopwatch.StartNew();
var report = new RecallReport();
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
    var surroundings = new Neighbourhood(project);
    foreach (var (tree, own) in mutants.GroupBy(static mutant => mutant.Tree).Select(static group => (group.Key, group)))
    {
        var runner = new MutantRunner(options.IsWhole ? project.Compilation : surroundings.Of(tree), tree);
        foreach (var mutant in own)
            report.Add(project, mutant, runner.Run(mutant));
    }
}

if (!options.PrintsFindings)
    report.Print(Console.Out, options.PrintsMisses, options.PrintsHits);
Console.Error.WriteLine($"{watch.Elapsed.TotalSeconds:F0} s");
return 0;
