using System.Text.RegularExpressions;
using Tour;

namespace ConcurrencyAnalyzers.EndToEnd;

/// <summary>What a build said: the findings, and each error and each warning of the compiler's own.</summary>
internal sealed record ConsumerBuild(IReadOnlyList<Finding> Findings, IReadOnlyList<string> Complaints);

/// <summary>A project with the packed analyzers installed, as a user has it. It is restored once, then built and formatted.</summary>
internal sealed partial class Consumer(PackedPackages packed, string name)
{
    private readonly string _version = packed.Packages.Version("ConcurrencyAnalyzers");

    public string Folder { get; } = Path.Combine(packed.Scratch.Root, name);

    public async Task RestoreAsync(string properties = "", string items = "")
    {
        packed.Scratch.Write($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <SatelliteResourceLanguages>en</SatelliteResourceLanguages>
                <ErrorLog>$(MSBuildProjectDirectory)/log/findings.sarif,version=2.1</ErrorLog>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ConcurrencyAnalyzers" Version="{_version}" PrivateAssets="all" />
                {items}
              </ItemGroup>
            </Project>
            """);
        packed.Scratch.Write($"{name}/.editorconfig", "root = true\n");
        Directory.CreateDirectory(Path.Combine(Folder, "log"));
        var restore = await packed.DotNet.ExecuteAsync(Folder, ["restore"], s_patience);
        Assert.True(restore.Succeeded, string.Join('\n', restore.Output));
    }

    public async Task<ConsumerBuild> BuildAsync()
    {
        var build = await packed.DotNet.ExecuteAsync(Folder, ["build", "--no-restore", "--no-incremental", "-nodeReuse:false"], s_patience);
        var complaints = build.Output.Where(line => Complaint().IsMatch(line)).Select(line => line.Trim()).Distinct().ToList();
        Assert.True(build.Succeeded || complaints.Count > 0, string.Join('\n', build.Output));
        return new(Finding.ReadLogs(Path.Combine(Folder, "log")), complaints);
    }

    /// <summary>Applies all fixes of all rules, or only says by the exit code whether there is something to fix.</summary>
    public async Task<int> FormatAsync(bool onlyVerify = false)
    {
        var format = await packed.DotNet.ExecuteAsync(
            Folder,
            ["format", "analyzers", "--no-restore", "--severity", "info", .. onlyVerify ? ["--verify-no-changes"] : (string[])[], "--diagnostics", .. packed.Rules],
            s_patience);
        Assert.True(format.Succeeded || onlyVerify && format.ExitCode == 2, string.Join('\n', format.Output));
        return format.ExitCode;
    }

    /// <summary>The texts of all sources, by path in the project.</summary>
    public SortedDictionary<string, string> Sources() => new(
        Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
            .ToDictionary(file => file, file => File.ReadAllText(Path.Combine(Folder, file))),
        StringComparer.Ordinal);

    /// <summary>The path in the project of a finding's place.</summary>
    public string PathOf(Finding finding) => Path.GetRelativePath(Folder, finding.Place.File).Replace('\\', '/');

    // A build or a format run takes seconds; this is for a machine that is busy with other things.
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    [GeneratedRegex(@": (error [A-Z]+|warning (?!CONC)[A-Z]+)\d+:")]
    private static partial Regex Complaint();
}
