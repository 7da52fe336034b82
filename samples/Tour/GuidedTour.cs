namespace Tour;

/// <summary>
/// The whole way on programs that are wrong on purpose: install, see the findings, see the loss, fix, see that it is
/// gone. Every step is a command that a user would type.
/// </summary>
internal sealed class GuidedTour(Screen screen, Repository repository, ScratchFolder scratch)
{
    /// <summary>The sample that is not wrong: it could be better, and is before as after.</summary>
    private const string Advice = "CpuBound";

    private static readonly string[] s_samples = ["LostUpdates", "Threads", Advice];

    private readonly DotNet _dotnet = new(screen, new Dictionary<string, string>
    {
        // A cache of its own: a package of the same version in the user's cache may be older than this source.
        ["NUGET_PACKAGES"] = Path.Combine(scratch.Root, "cache"),
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
        ["DOTNET_NOLOGO"] = "1",
    });

    private string Work => Path.Combine(scratch.Root, "work");

    private string Logs => Path.Combine(scratch.Root, "logs");

    /// <exception cref="TourException">A command failed.</exception>
    public async Task<TourResult> RunAsync()
    {
        screen.Line(screen.Bold("A tour of ConcurrencyAnalyzers") + screen.Dim($"   (works in {scratch.Root}, which is removed at the end)"));

        screen.Heading(1, "Build the packages from source");
        var packages = new Packages(new DotNet(screen, new Dictionary<string, string>()), repository, scratch);
        await packages.PackAsync("ConcurrencyAnalyzers.Package", "ConcurrencyAnalyzers.Workers");

        screen.Heading(2, "Install them into programs that are wrong on purpose");
        await InstallAsync(packages);

        screen.Heading(3, "Build: what the analyzers find");
        var before = await BuildAsync();
        screen.Line();
        new FindingView(screen, Work).Show(before);

        screen.Heading(4, "Run: what goes wrong");
        var wrong = await RunSamplesAsync(attempts: 3);

        screen.Heading(5, "Fix: the real dotnet format");
        var sources = Sources();
        await FixAsync(before);
        ShowChanges(sources);

        screen.Heading(6, "Build again");
        var after = await BuildAsync();
        screen.Line();
        new FindingView(screen, Work).Show(after);

        screen.Heading(7, "Run again");
        var right = await RunSamplesAsync(attempts: 1);

        var result = new TourResult(before, after, wrong, right);
        Show(result);
        return result;
    }

    private async Task InstallAsync(Packages packages)
    {
        scratch.Write("work/nuget.config", """
            <configuration>
              <packageSources>
                <add key="built-from-source" value="../feed" />
              </packageSources>
            </configuration>
            """);
        Directory.CreateDirectory(Logs);
        // Each build writes its findings to a log as well; the empty files keep settings of folders above away.
        scratch.Write("work/Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <ErrorLog>$(MSBuildThisFileDirectory)../logs/$(MSBuildProjectName).sarif,version=2.1</ErrorLog>
              </PropertyGroup>
            </Project>
            """);
        scratch.Write("work/Directory.Build.targets", "<Project />");
        scratch.Write("work/Directory.Packages.props", "<Project />");
        scratch.Write("work/.editorconfig", "root = true\n");

        foreach (var sample in s_samples)
            scratch.CopyFolder(Path.Combine(repository.Sample(sample), "Wrong"), $"work/{sample}");

        await RequireAsync("dotnet new sln", "new", "sln", "--name", "Samples", "--format", "sln");
        await RequireAsync("dotnet sln add", ["sln", "add", .. s_samples]);
        foreach (var sample in s_samples)
            await AddPackageAsync(sample, "ConcurrencyAnalyzers", packages);
        await AddPackageAsync("CpuBound", "ConcurrencyAnalyzers.Workers", packages);
    }

    private Task AddPackageAsync(string sample, string package, Packages packages) =>
        RequireAsync($"dotnet add {sample} package {package}",
            "add", sample, "package", package, "--version", packages.Version(package));

    private async Task<IReadOnlyList<Finding>> BuildAsync()
    {
        foreach (var log in Directory.EnumerateFiles(Logs))
            File.Delete(log);
        await RequireAsync("dotnet build", "build", "--configuration", "Release", "--no-incremental", "-nodeReuse:false");
        return Finding.ReadLogs(Logs);
    }

    private async Task FixAsync(IReadOnlyList<Finding> findings)
    {
        var rules = findings.Select(finding => finding.Rule).Distinct().Order(StringComparer.Ordinal).ToList();
        if (rules.Count == 0)
            throw new TourException("the analyzers found nothing in programs that are wrong");
        await RequireAsync($"dotnet format analyzers --severity info --diagnostics {string.Join(' ', rules)}",
            ["format", "analyzers", "Samples.sln", "--no-restore", "--severity", "info", "--diagnostics", .. rules]);
    }

    /// <summary>Runs each sample; one that a race spares, again, up to the given number of attempts.</summary>
    private async Task<Dictionary<string, CommandResult>> RunSamplesAsync(int attempts)
    {
        var results = new Dictionary<string, CommandResult>();
        foreach (var sample in s_samples)
        {
            screen.Command($"dotnet run --project {sample}");
            var result = await RunAsync(sample);
            for (var attempt = 1; attempt < attempts && result.Succeeded && sample != Advice; attempt++)
            {
                screen.Line(screen.Dim("     right this time: races show when they like; once more"));
                result = await RunAsync(sample);
            }

            results[sample] = result;
            foreach (var line in result.Output)
                screen.Line($"     {line}");
            screen.Line(result.Succeeded ? screen.Green("     exit code 0") : screen.Red($"     exit code {result.ExitCode}"));
            screen.Line();
        }

        return results;
    }

    private Task<CommandResult> RunAsync(string sample) =>
        _dotnet.ExecuteAsync(Work, ["run", "--project", sample, "--configuration", "Release", "--no-build"]);

    private Dictionary<string, string> Sources() =>
        Directory.EnumerateFiles(Work, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .Order(StringComparer.Ordinal)
            .ToDictionary(file => file, File.ReadAllText);

    private void ShowChanges(Dictionary<string, string> before)
    {
        foreach (var (file, text) in before)
        {
            var changes = LineDiff.Of(text, File.ReadAllText(file)).ToList();
            if (changes.Count == 0)
                continue;

            screen.Line();
            screen.Line(screen.Bold($"   {Path.GetRelativePath(Work, file)}"));
            foreach (var change in changes)
            {
                screen.Line("   " + change[0] switch
                {
                    '+' => screen.Green(change),
                    '-' => screen.Red(change),
                    _ => screen.Dim(change),
                });
            }
        }
    }

    private void Show(TourResult result)
    {
        screen.Line();
        screen.Line(screen.Bold("In short"));
        screen.Line($"   {"findings",-16} before: {result.FindingsBefore.Count}, after: {result.FindingsAfter.Count}");
        foreach (var sample in s_samples)
            screen.Line($"   {sample,-16} before: {Outcome(result.RunsBefore[sample])}, after: {Outcome(result.RunsAfter[sample])}");
        if (!result.IsRight)
            screen.Line(screen.Red("   the fixes did not reach everything"));
    }

    private static string Outcome(CommandResult result) => result.Succeeded ? "right" : "wrong";

    private async Task RequireAsync(string what, params IReadOnlyList<string> arguments)
    {
        var result = await _dotnet.RunAsync(what, Work, arguments);
        if (!result.Succeeded)
            throw new TourException($"{what} failed:\n  {string.Join("\n  ", result.Complaint())}");
    }
}
