using System.IO.Compression;
using System.Xml.Linq;

namespace ConcurrencyAnalyzers.EndToEnd;

[Collection(EndToEnd.Name)]
public sealed class PackageTests(PackedPackages packed)
{
    [Fact]
    public void The_analyzer_package_holds_analyzers_settings_and_texts_and_nothing_to_link()
    {
        Assert.Equal(
            [
                "README.md",
                "analyzers/dotnet/cs/ConcurrencyAnalyzers.CodeFixes.dll",
                "analyzers/dotnet/cs/ConcurrencyAnalyzers.dll",
                "build/ConcurrencyAnalyzers.props",
                "build/ConcurrencyAnalyzers.targets",
                "buildTransitive/ConcurrencyAnalyzers.props",
                "buildTransitive/ConcurrencyAnalyzers.targets",
                "icon.png",
                "presets/audit.globalconfig",
                "presets/minimal.globalconfig",
                "presets/standard.globalconfig",
            ],
            Content("ConcurrencyAnalyzers"));
    }

    [Fact]
    public void The_workers_package_holds_the_library_for_every_target()
    {
        var content = Content("ConcurrencyAnalyzers.Workers").ToList();

        foreach (var target in (string[])["net8.0", "net10.0"])
        {
            Assert.Contains($"lib/{target}/ConcurrencyAnalyzers.Workers.dll", content);
            Assert.Contains($"lib/{target}/ConcurrencyAnalyzers.Workers.xml", content);
        }

        Assert.Contains("README.md", content);
        Assert.Contains("icon.png", content);
        Assert.DoesNotContain(content, file => file.EndsWith(".pdb", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ConcurrencyAnalyzers", true)]
    [InlineData("ConcurrencyAnalyzers.Workers", false)]
    public void A_package_says_who_it_is(string package, bool isDevelopmentDependency)
    {
        using var archive = packed.Open(package);
        using var stream = archive.GetEntry(package + ".nuspec")!.Open();
        var metadata = XDocument.Load(stream).Root!.Elements().Single(element => element.Name.LocalName == "metadata");

        Assert.Equal(package, Value("id"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.Equal("README.md", Value("readme"));
        Assert.NotEmpty(Value("description")!);
        Assert.NotEmpty(Value("tags")!);
        Assert.Equal("git", metadata.Elements().Single(element => element.Name.LocalName == "repository").Attribute("type")!.Value);
        Assert.Equal(isDevelopmentDependency ? "true" : null, Value("developmentDependency"));

        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
    }

    [Fact]
    public void Every_preset_names_every_released_or_coming_rule()
    {
        var rules = File.ReadLines(Path.Combine(packed.Repository.Source("ConcurrencyAnalyzers"), "AnalyzerReleases.Shipped.md"))
            .Concat(File.ReadLines(Path.Combine(packed.Repository.Source("ConcurrencyAnalyzers"), "AnalyzerReleases.Unshipped.md")))
            .Where(line => line.StartsWith("CONC", StringComparison.Ordinal))
            .Select(line => line[.."CONC0000".Length])
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.NotEmpty(rules);

        foreach (var preset in (string[])["minimal", "standard", "audit"])
        {
            var named = File.ReadLines(Path.Combine(packed.Repository.Source("ConcurrencyAnalyzers.Package"), "presets", preset + ".globalconfig"))
                .Where(line => line.StartsWith("dotnet_diagnostic.CONC", StringComparison.Ordinal))
                .Select(line => line.Split('.')[1])
                .Order(StringComparer.Ordinal);
            Assert.Equal(rules, named);
        }
    }

    private IEnumerable<string> Content(string package)
    {
        using var archive = packed.Open(package);
        return [.. archive.Entries
            .Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal)
                && name != "[Content_Types].xml" && !name.EndsWith(".nuspec", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }
}
