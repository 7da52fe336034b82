using Microsoft.CodeAnalysis;

namespace ConcurrencyAnalyzers.Tests.Cases;

public class CasesTests
{
    /// <summary>The rules whose finding counts for a label; any finding may stand on a line with another label.</summary>
    private static readonly Dictionary<string, string[]> s_rules = new()
    {
        ["RACE"] = ["CONC1001", "CONC1002", "CONC1003", "CONC1004", "CONC1005", "CONC1007"],
        ["INCONSISTENT_LOCK"] = ["CONC1001", "CONC1002", "CONC1003", "CONC1005", "CONC1009"],
        ["CONTRACT"] = ["CONC1009"],
        ["NON_ATOMIC"] = ["CONC1001", "CONC1002", "CONC1003", "CONC1005"],
        ["CHECK_THEN_ACT"] = ["CONC1004", "CONC1005", "CONC1001", "CONC1002", "CONC1003"],
        ["LAZY_INIT"] = ["CONC1006", "CONC1001", "CONC1002", "CONC1005"],
        ["ESCAPES_LOCK"] = ["CONC1008", "CONC1001", "CONC1002"],
        ["CAPTURE"] = ["CONC1007", "CONC1001"],
        ["LOCK_MISUSE"] = ["CONC2001"],
    };

    public static TheoryData<string> Cases => [.. CaseFile.Paths];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Findings_are_as_labelled(string path)
    {
        var file = CaseFile.Load(path);
        var findings = await FindAsync(file);
        var violations = new List<string>();
        foreach (var (id, line, message) in findings)
        {
            var labels = file.Labels.Where(label => label.Line == line).ToArray();
            if (labels.Length == 0)
                violations.Add($"{path}({line}): unexpected {id}: {message}");
            else if (labels.All(label => label.IsBlind))
                violations.Add($"{path}({line}): {id} sees now what the label calls blind: {message}");
        }

        var required = file.Labels.Where(label => !label.IsOptional && !label.IsBlind).ToArray();
        foreach (var want in required.GroupBy(label => (label.Name, Where: label.Group ?? "line " + label.Line)))
            if (!want.Any(label => findings.Any(finding => finding.Line == label.Line && s_rules[label.Name].Contains(finding.Id))))
                violations.Add($"{path}: {want.Key.Name} of {want.Key.Where} is not found.");
        Repository.RequireNone(violations);
    }

    [Fact]
    public void Half_of_the_cases_are_right_programs()
    {
        var files = CaseFile.Paths.Select(CaseFile.Load).ToArray();
        var right = files.Count(file => file.Labels.All(label => label.IsOptional));
        Assert.True(files.Length >= 90 && right >= 0.4 * files.Length, $"{right} of {files.Length} are right programs.");
    }

    [Fact]
    public void A_blind_spot_is_explained_in_the_first_lines() => Repository.RequireNone(
        from path in CaseFile.Paths
        let file = CaseFile.Load(path)
        where file.Labels.Any(label => label.IsBlind) != file.Text.Split('\n').TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal)).Any(line => line.StartsWith("// Blind:", StringComparison.Ordinal))
        select $"{path}: blind labels and a line '// Blind: why' go together.");

    /// <summary>Findings of the rules about shared state and locks; the other rules have tests of their own.</summary>
    private static async Task<(string Id, int Line, string Message)[]> FindAsync(CaseFile file)
    {
        var test = new RuleTest();
        test.TestState.MarkupOptions = MarkupOptions.Ignore;
        if (file.Text.Contains("using Microsoft.AspNetCore.", StringComparison.Ordinal) || file.Text.Contains("using Microsoft.Extensions.", StringComparison.Ordinal))
            test.ReferenceAssemblies = ReferenceAssemblies.Net.AspNet100;
        test.TestState.Sources.Add(("/0/" + file.Path, file.Text));
        var diagnostics = await Analysis.RunAsync(test.CreateProject(), Product.CreateAnalyzers());
        Repository.RequireNone(diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.ToString()));
        return
        [
            .. from diagnostic in diagnostics
               where diagnostic.Id.StartsWith("CONC1", StringComparison.Ordinal) || diagnostic.Id.StartsWith("CONC2", StringComparison.Ordinal)
               select (diagnostic.Id, diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1, diagnostic.GetMessage()),
        ];
    }
}
