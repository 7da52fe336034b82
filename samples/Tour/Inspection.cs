namespace Tour;

/// <summary>
/// Shows the findings in a project or solution of the user's. Nothing of the user's is changed: the analyzers come in
/// by a property of the build, and all that the build writes goes to the scratch folder.
/// </summary>
internal sealed class Inspection(Screen screen, Repository repository, ScratchFolder scratch)
{
    private static readonly string[] s_buildable = [".csproj", ".sln", ".slnx", ".slnf"];

    /// <exception cref="TourException">The path is no C# project or solution, or does not build.</exception>
    public async Task<IReadOnlyList<Finding>> RunAsync(string path)
    {
        var target = Resolve(path);
        var folder = Path.GetDirectoryName(target)!;
        var dotnet = new DotNet(screen, new Dictionary<string, string>());

        screen.Line(screen.Bold($"Findings in {target}"));
        screen.Line();
        var packages = new Packages(dotnet, repository, scratch);
        await packages.PackAsync("ConcurrencyAnalyzers.Package");

        var logs = Directory.CreateDirectory(Path.Combine(scratch.Root, "logs")).FullName + Path.DirectorySeparatorChar;
        var build = await dotnet.RunAsync($"dotnet build {Path.GetFileName(target)} (into a scratch folder)", folder,
            "build", target, "-nodeReuse:false",
            $"-p:CustomAfterMicrosoftCSharpTargets={Path.Combine(AppContext.BaseDirectory, "Inspect.targets")}",
            $"-p:TourPackage={packages.Unpack("ConcurrencyAnalyzers")}", $"-p:TourLogs={logs}",
            "-p:UseArtifactsOutput=true", $"-p:ArtifactsPath={Path.Combine(scratch.Root, "build")}",
            "-p:RunAnalyzers=true", "-p:RunAnalyzersDuringBuild=true", "-p:TreatWarningsAsErrors=false",
            "-p:MSBuildTreatWarningsAsErrors=false", "-p:CodeAnalysisTreatWarningsAsErrors=false");

        var findings = Finding.ReadLogs(logs);
        var onlyFindings = build.Output.Where(line => line.Contains(": error ")).All(line => line.Contains(": error CONC"));
        if (!build.Succeeded && (findings.Count == 0 || !onlyFindings))
            throw new TourException($"{target} does not build:\n  {string.Join("\n  ", build.Complaint())}");
        if (build.Output.FirstOrDefault(line => line.Contains("CS9057") || line.Contains("CS8032")) is { } refused)
            throw new TourException($"the compiler of this project does not load the analyzers:\n  {refused}");
        if (!Directory.EnumerateFiles(logs).Any())
            throw new TourException($"{target} was built, but there is no C# project in it");

        screen.Line();
        new FindingView(screen, folder).Show(findings);
        screen.Line(Summary(findings));
        return findings;
    }

    private string Summary(IReadOnlyList<Finding> findings) =>
        findings.Count == 0
            ? screen.Green("no findings")
            : screen.Bold(findings.Count == 1 ? "1 finding: " : $"{findings.Count} findings: ") + string.Join(", ",
                findings.CountBy(finding => finding.Rule).OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule => $"{rule.Value} × {rule.Key}"));

    /// <summary>The project or solution file that a path means.</summary>
    private static string Resolve(string path)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full))
        {
            return s_buildable.Contains(Path.GetExtension(full).ToLowerInvariant())
                ? full
                : throw new TourException($"{path} is not a C# project or a solution; give a .csproj, .sln, .slnx or .slnf file, or the folder of one");
        }

        if (!Directory.Exists(full))
            throw new TourException($"{path} does not exist");

        var solutions = Candidates(full, ".sln", ".slnx");
        var projects = Candidates(full, ".csproj");
        return (solutions, projects) switch
        {
            ([var solution], _) => solution,
            ([], [var project]) => project,
            ([], []) => throw new TourException($"{path} holds no C# project and no solution"),
            _ => throw new TourException($"{path} holds several; name one of: {string.Join(", ", solutions.Concat(projects).Select(Path.GetFileName))}"),
        };
    }

    private static List<string> Candidates(string folder, params string[] extensions) =>
        [.. Directory.EnumerateFiles(folder).Where(file => extensions.Contains(Path.GetExtension(file))).Order(StringComparer.Ordinal)];
}
