using System.Text.RegularExpressions;
using Tour;
using Xunit.Abstractions;

namespace ConcurrencyAnalyzers.EndToEnd;

/// <summary>
/// All labelled programs, the wrong ones and the right ones, are built, go once through the real <c>dotnet format</c> with the
/// packed package, and are built again. What is left then is what the fixes offer nothing for: the compiler says nothing new, no
/// program has more findings of a rule than before, and one without findings is as it was. That fixes leave their own result
/// alone is tested where that is quick, in the process of the tests: program by program for the rules about accesses
/// (<c>EveryFixTests</c>), text by text for all others (<c>CodeFixTest</c>).
/// </summary>
[Collection(EndToEnd.Name)]
public sealed partial class FixedCasesTests(PackedPackages packed, ITestOutputHelper output)
{
    [Fact]
    public async Task Every_fix_compiles_silences_its_finding_and_brings_none()
    {
        foreach (var folder in Directory.EnumerateDirectories(packed.Repository.Tests("ConcurrencyAnalyzers.Tests/Cases")))
            packed.Scratch.CopyFolder(folder, "cases/" + Path.GetFileName(folder));
        var project = new Consumer(packed, "cases");
        await project.RestoreAsync(items: """<FrameworkReference Include="Microsoft.AspNetCore.App" />""");
        var before = await project.BuildAsync();
        var texts = project.Sources();
        Assert.DoesNotContain(before.Complaints, complaint => complaint.Contains(": error ", StringComparison.Ordinal));
        Assert.True(before.Findings.Count > texts.Count / 3, $"{before.Findings.Count} findings in {texts.Count} programs");

        await project.FormatAsync();
        var once = project.Sources();
        var after = await project.BuildAsync();

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
        output.WriteLine($"{before.Findings.Count} findings in {texts.Count} programs, {after.Findings.Count} left");
        Assert.True(violations.Count == 0, string.Join('\n', violations));
        Assert.True(after.Findings.Count < before.Findings.Count / 4, $"{after.Findings.Count} of {before.Findings.Count} findings are left");

        // File and code, without the place: the programs have warnings of the compiler's own, which fixes may move.
        static string KindOf(string complaint) => PlaceAndText().Replace(complaint, "$1");

        Dictionary<(string File, string Rule), int> Count(ConsumerBuild build) =>
            build.Findings.CountBy(finding => (project.PathOf(finding), finding.Rule)).ToDictionary();
    }

    [GeneratedRegex(@"\(\d+,\d+\)(: \w+ \w+): .*$", RegexOptions.Singleline)]
    private static partial Regex PlaceAndText();
}
