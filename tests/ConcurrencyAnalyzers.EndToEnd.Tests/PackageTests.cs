using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;
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
                $"tools/ready-to-run/{s_machine}/ConcurrencyAnalyzers.CodeFixes.dll",
                $"tools/ready-to-run/{s_machine}/ConcurrencyAnalyzers.dll",
            ],
            Content("ConcurrencyAnalyzers"));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("<ConcurrencyAnalyzersReadyToRun>false</ConcurrencyAnalyzersReadyToRun>", false)]
    public async Task A_compiler_on_dotnet_takes_what_is_compiled_ahead_of_time(string properties, bool isAhead)
    {
        var consumer = new Consumer(packed, isAhead ? "ahead" : "portable");
        await consumer.RestoreAsync(properties);

        var query = await packed.DotNet.ExecuteAsync(consumer.Folder, ["msbuild", "-t:ResolveLockFileAnalyzers", "-getItem:Analyzer"]);

        Assert.True(query.Succeeded, string.Join('\n', query.Output));
        using var items = JsonDocument.Parse(string.Join('\n', query.Output));
        var ours = items.RootElement.GetProperty("Items").GetProperty("Analyzer").EnumerateArray()
            .Select(item => item.GetProperty("FullPath").GetString()!.Replace('\\', '/'))
            .Where(path => path.Contains("/concurrencyanalyzers/", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);
        var folder = isAhead ? $"/tools/ready-to-run/{s_machine}/" : "/analyzers/dotnet/cs/";
        Assert.Collection(
            ours,
            path => Assert.EndsWith(folder + "ConcurrencyAnalyzers.CodeFixes.dll", path),
            path => Assert.EndsWith(folder + "ConcurrencyAnalyzers.dll", path));
    }

    // The portable name of the machine that packs, "linux-x64": the version and the distribution do not matter.
    private static readonly string s_machine =
        (OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux") + "-" + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();

    [Fact]
    public void The_workers_package_holds_the_library_for_every_target()
    {
        var content = Content("ConcurrencyAnalyzers.Workers").ToList();

        foreach (var target in (string[])["net8.0", "net10.0"])
        {
            Assert.Contains($"lib/{target}/ConcurrencyAnalyzers.Workers.dll", content);
            Assert.Contains($"lib/{target}/ConcurrencyAnalyzers.Workers.xml", content);
        }

        Assert.Contains($"runtimes/{s_machine}/lib/net10.0/ConcurrencyAnalyzers.Workers.dll", content);
        Assert.Contains("README.md", content);
        Assert.Contains("icon.png", content);
        Assert.DoesNotContain(content, file => file.EndsWith(".pdb", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "runtimes")]
    [InlineData("<RuntimeIdentifier>$(NETCoreSdkPortableRuntimeIdentifier)</RuntimeIdentifier><SelfContained>false</SelfContained>", "bin")]
    public async Task A_program_and_its_workers_run_the_library_that_was_compiled_ahead_of_time(string properties, string folder)
    {
        var name = "ahead-" + folder;
        packed.Scratch.Write($"{name}/{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <ImplicitUsings>enable</ImplicitUsings>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="ConcurrencyAnalyzers.Workers" Version="{packed.Packages.Version("ConcurrencyAnalyzers.Workers")}" />
              </ItemGroup>
            </Project>
            """);
        packed.Scratch.Write($"{name}/Program.cs", """
            using System.Reflection.PortableExecutable;
            using ConcurrencyAnalyzers.Workers;

            await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
            Console.WriteLine("here " + Library.Describe());
            Console.WriteLine("there " + await pool.RunAsync(Library.Describe));

            internal static class Library
            {
                public static string Describe()
                {
                    var path = typeof(WorkerPool).Assembly.Location;
                    using var image = new PEReader(File.OpenRead(path));
                    return (image.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0) + " " + path;
                }
            }
            """);
        var run = await packed.DotNet.ExecuteAsync(Path.Combine(packed.Scratch.Root, name), ["run"], TimeSpan.FromMinutes(10));

        Assert.True(run.Succeeded, string.Join('\n', run.Output));
        var said = Assert.Single(run.Output, line => line.StartsWith("here ", StringComparison.Ordinal))["here ".Length..];
        Assert.StartsWith("True ", said, StringComparison.Ordinal);
        Assert.Contains($"{Path.DirectorySeparatorChar}{folder}{Path.DirectorySeparatorChar}", said, StringComparison.Ordinal);
        Assert.Contains("there " + said, run.Output);
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

    [Theory]
    [InlineData("presets/minimal.globalconfig", "dotnet_diagnostic.")]
    [InlineData("presets/standard.globalconfig", "dotnet_diagnostic.")]
    [InlineData("presets/audit.globalconfig", "dotnet_diagnostic.")]
    [InlineData("README.md", "| ")]
    [InlineData("../../README.md", "| [")]
    public void Every_rule_stands_in_each_list_of_rules(string list, string before)
    {
        Assert.NotEmpty(packed.Rules);
        Assert.Equal(packed.Rules, packed.RulesIn("ConcurrencyAnalyzers.Package/" + list, before));
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
