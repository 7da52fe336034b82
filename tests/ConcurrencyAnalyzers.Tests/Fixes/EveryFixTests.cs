using ConcurrencyAnalyzers.Tests.Cases;

namespace ConcurrencyAnalyzers.Tests.Fixes;

/// <summary>Every fix that the rules about shared state offer for our labelled programs, whatever it is, has to be a good one.</summary>
public class EveryFixTests
{
    private static readonly HashSet<string> s_rules = ["CONC1001", "CONC1002", "CONC1003", "CONC1007"];

    public static TheoryData<string> Cases => [.. CaseFile.Paths.Where(path => CaseFile.Load(path).Labels.Any(label => !label.IsBlind))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Fixes_compile_and_leave_nothing_to_report(string path)
    {
        var sweep = new FixSweep(path, CaseFile.Load(path).Text);
        await sweep.RunAsync(s_rules);
        Repository.RequireNone(sweep.Violations);
    }
}
