using System.Security.Cryptography;
using Tour;

namespace ConcurrencyAnalyzers.EndToEnd;

[Collection(EndToEnd.Name)]
public sealed class InspectionTests(PackedPackages packed)
{
    [Fact]
    public async Task A_users_project_is_inspected_and_left_as_it_was()
    {
        packed.Scratch.CopyFolder(Path.Combine(packed.Repository.Sample("LostUpdates"), "Wrong"), "inspected");
        var folder = Path.Combine(packed.Scratch.Root, "inspected");
        var before = Snapshot(folder);

        var findings = await InspectAsync(folder);

        Assert.Contains(findings, finding => finding.Rule == "CONC2001" && Path.GetFileName(finding.Place.File) == "Registry.cs");
        Assert.Equal(before, Snapshot(folder));
    }

    [Fact]
    public async Task Our_own_code_has_no_warnings()
    {
        // Building the fixes builds the analyzers too, which nothing else analyses.
        var findings = await InspectAsync(packed.Repository.Source("ConcurrencyAnalyzers.CodeFixes"));

        Assert.DoesNotContain(findings, finding => finding.Level != "note");
    }

    [Theory]
    [InlineData("missing", "does not exist")]
    [InlineData("notes.txt", "is not a C# project or a solution")]
    [InlineData("empty", "holds no C# project and no solution")]
    [InlineData("several", "holds several; name one of: First.csproj, Second.csproj")]
    [InlineData("broken", "does not build")]
    public async Task What_cannot_be_inspected_is_said_clearly(string path, string message)
    {
        packed.Scratch.Write("refused/notes.txt", "not a project");
        Directory.CreateDirectory(Path.Combine(packed.Scratch.Root, "refused", "empty"));
        packed.Scratch.Write("refused/several/First.csproj", "<Project />");
        packed.Scratch.Write("refused/several/Second.csproj", "<Project />");
        packed.Scratch.Write("refused/broken/Broken.csproj", """
            <Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>
            """);
        packed.Scratch.Write("refused/broken/Broken.cs", "class Broken { int Half( }");

        var problem = await Assert.ThrowsAsync<TourException>(() => InspectAsync(Path.Combine(packed.Scratch.Root, "refused", path)));

        Assert.Contains(message, problem.Message);
    }

    [Fact]
    public async Task A_problem_ends_the_program_with_a_message_and_a_non_zero_exit_code()
    {
        var tour = Path.Combine(AppContext.BaseDirectory, "Tour.dll");

        var result = await packed.DotNet.ExecuteAsync(packed.Scratch.Root, ["exec", tour, "no/such/path"]);

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(["error: no/such/path does not exist"], result.Output);
    }

    private async Task<IReadOnlyList<Finding>> InspectAsync(string path)
    {
        using var scratch = new ScratchFolder();
        return await new Inspection(packed.Screen, packed.Repository, scratch).RunAsync(path);
    }

    private static IEnumerable<string> Snapshot(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => $"{Path.GetRelativePath(folder, file)} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}")];
}
