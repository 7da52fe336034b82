using System.IO.Compression;
using Tour;

namespace ConcurrencyAnalyzers.EndToEnd;

/// <summary>The packages, packed once for all the tests of this assembly, and what is needed to use them.</summary>
public sealed class PackedPackages : IAsyncLifetime
{
    internal ScratchFolder Scratch { get; } = new();

    internal StringWriter Output { get; } = new();

    internal Screen Screen => new(Output, colour: false);

    internal Repository Repository { get; } = Repository.Find();

    internal Packages Packages { get; private set; } = null!;

    /// <summary>A <c>dotnet</c> whose package cache is this run's own.</summary>
    internal DotNet DotNet => new(Screen, new Dictionary<string, string>
    {
        ["NUGET_PACKAGES"] = Path.Combine(Scratch.Root, "cache"),
        ["DOTNET_CLI_UI_LANGUAGE"] = "en",
    });

    /// <summary>The ids of all rules, as the release notes list them.</summary>
    internal IReadOnlyList<string> Rules =>
        [.. RulesIn("ConcurrencyAnalyzers/AnalyzerReleases.Shipped.md", "")
            .Concat(RulesIn("ConcurrencyAnalyzers/AnalyzerReleases.Unshipped.md", ""))
            .Order(StringComparer.Ordinal)];

    public async Task InitializeAsync()
    {
        Packages = new Packages(new DotNet(Screen, new Dictionary<string, string>()), Repository, Scratch);
        await Packages.PackAsync("ConcurrencyAnalyzers.Package", "ConcurrencyAnalyzers.Workers");
        Scratch.Write("nuget.config", """
            <configuration>
              <packageSources>
                <add key="built-from-source" value="feed" />
              </packageSources>
            </configuration>
            """);
        Scratch.Write("Directory.Build.props", "<Project />");
        Scratch.Write("Directory.Build.targets", "<Project />");
        Scratch.Write("Directory.Packages.props", "<Project />");
    }

    public Task DisposeAsync()
    {
        Scratch.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>The ids at the starts of a file's lines, after the given text.</summary>
    internal IEnumerable<string> RulesIn(string file, string before) =>
        File.ReadLines(Repository.Source(file))
            .Where(line => line.StartsWith(before + "CONC", StringComparison.Ordinal))
            .Select(line => line.Substring(before.Length, "CONC0000".Length));

    internal ZipArchive Open(string package) =>
        ZipFile.OpenRead(Path.Combine(Packages.Feed, $"{package}.{Packages.Version(package)}.nupkg"));
}

/// <summary>One after the other: each test runs whole builds, and there are few processors.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EndToEnd : ICollectionFixture<PackedPackages>
{
    public const string Name = "end to end";
}
