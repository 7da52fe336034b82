using System.Text.RegularExpressions;
using Tour;
using Xunit.Abstractions;

namespace ConcurrencyAnalyzers.EndToEnd;

/// <summary>
/// All labelled programs, the wrong ones and the right ones, some hundreds at a time, are built, go once through the real <c>dotnet format</c> with the
/// packed package, and are built again. What is left then is what the fixes offer nothing for: the compiler says nothing new, no
/// program has more findings of a rule than before, and one without findings is as it was. That fixes leave their own result
/// alone is tested where that is quick, in the process of the tests: program by program for the rules about accesses
/// (<c>EveryFixTests</c>), text by text for all others (<c>CodeFixTest</c>).
/// </summary>
[Collection(EndToEnd.Name)]
public sealed partial class FixedCasesTests(PackedPackages packed, ITestOutputHelper output)
{
    /// <summary>Programs in one project: what a fix-all rewrites is bound as a whole, so time grows faster than size.</summary>
    private const int PartSize = 400;

    [Fact]
    public async Task Every_fix_compiles_silences_its_finding_and_brings_none()
    {
        var violations = new List<string>();
        var (programs, found, left) = (0, 0, 0);
        foreach (var (part, index) in Programs().Chunk(PartSize).Select(static (part, index) => (part, index)))
        {
            var name = $"cases{index}";
            foreach (var (path, text) in part)
                packed.Scratch.Write($"{name}/{path}", text);
            var project = new Consumer(packed, name);
            await project.RestoreAsync(items: """<FrameworkReference Include="Microsoft.AspNetCore.App" />""");
            var before = await project.BuildAsync();
            var texts = project.Sources();
            Assert.DoesNotContain(before.Complaints, complaint => complaint.Contains(": error ", StringComparison.Ordinal));
            await project.FormatAsync();
            var after = await project.BuildAsync();
            violations.AddRange(Violations(project, before, texts, after));
            (programs, found, left) = (programs + texts.Count, found + before.Findings.Count, left + after.Findings.Count);
        }

        output.WriteLine($"{found} findings in {programs} programs, {left} left");
        Assert.True(found > programs / 3, $"{found} findings in {programs} programs");
        Assert.True(violations.Count == 0, string.Join('\n', violations));
        Assert.True(left < found / 4, $"{left} of {found} findings are left");
    }

    private IEnumerable<(string Path, string Text)> Programs()
    {
        var root = packed.Repository.Tests("ConcurrencyAnalyzers.Tests/Cases");
        return Directory.EnumerateDirectories(root).SelectMany(static folder => Directory.EnumerateFiles(folder, "*.cs")).Order(StringComparer.Ordinal)
            .Select(file => (Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file)));
    }

    private IEnumerable<string> Violations(Consumer project, ConsumerBuild before, SortedDictionary<string, string> texts, ConsumerBuild after)
    {
        var once = project.Sources();
        var violations = after.Complaints.GroupBy(KindOf).Where(kind => kind.Count() > before.Complaints.Count(complaint => KindOf(complaint) == kind.Key)).SelectMany(kind => kind).ToList();
        var old = Count(before);
        foreach (var ((file, rule), left) in Count(after))
        {
            if (left > old.GetValueOrDefault((file, rule)))
                violations.Add($"{file}: {left} × {rule} after the fixes, {old.GetValueOrDefault((file, rule))} before\n{once[file]}");
            else
                output.WriteLine($"no fix for {left} × {rule} in {file}");
        }

        var found = before.Findings.Select(project.PathOf).ToHashSet();
        violations.AddRange(texts.Where(text => !found.Contains(text.Key) && once[text.Key] != text.Value).Select(text => $"{text.Key}: changed without a finding\n{once[text.Key]}"));
        return violations;

        // File and code, without the place: the programs have warnings of the compiler's own, which fixes may move.
        static string KindOf(string complaint) => PlaceAndText().Replace(complaint, "$1");

        Dictionary<(string File, string Rule), int> Count(ConsumerBuild build) =>
            build.Findings.CountBy(finding => (project.PathOf(finding), finding.Rule)).ToDictionary();
    }

    [GeneratedRegex(@"\(\d+,\d+\)(: \w+ \w+): .*$", RegexOptions.Singleline)]
    private static partial Regex PlaceAndText();
}
