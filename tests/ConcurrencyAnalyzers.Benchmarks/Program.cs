using System.Globalization;
using ConcurrencyAnalyzers.Benchmarks;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var options = Options.Parse(args);
if (options is null)
{
    Console.WriteLine(Options.Usage);
    return 2;
}

var scratch = Directory.CreateTempSubdirectory("benchmarks.");
try
{
    var succeeded = true;
    foreach (var path in options.Paths)
    {
        var project = Project.Open(path, scratch.FullName);
        if (options.Findings)
            foreach (var line in Session.Lines(Session.All(project.Load())))
                Console.WriteLine(line);
        if (options.Build)
            succeeded &= BuildCost.Print(project, [AnalyzerSet.None, AnalyzerSet.Empty, .. AnalyzerSet.OursInBothForms, .. options.Sets], options.Rounds, Console.Out);
        if (options.Edit)
            EditCost.Print(project, options.Edits, Console.Out);
        if (options.Growth)
            Growth.Print(project, options.Rounds, Console.Out);
        if (options.Memory)
            MemoryCost.Print(project, Console.Out);
    }

    return succeeded ? 0 : 1;
}
finally
{
    scratch.Delete(recursive: true);
}
