using System.Text.RegularExpressions;
using ConcurrencyAnalyzers.Tests.Cases;

namespace ConcurrencyAnalyzers.Tests.Fixes;

/// <summary>Every fix that the rules about shared state offer for our labelled programs, whatever it is, has to be a good one.</summary>
public class EveryFixTests
{
    private static readonly HashSet<string> s_rules = ["CONC1001", "CONC1002", "CONC1003", "CONC1004", "CONC1005", "CONC1006", "CONC1007", "CONC1008", "CONC1009"];

    public static TheoryData<string> Cases => [.. CaseFile.Paths.Where(path => CaseFile.Load(path).Labels.Any(label => !label.IsBlind))];

    /// <summary>Where a step is made of several, the label is in the way: a comment is never lost, so nothing is offered.</summary>
    public static TheoryData<string> Steps => [.. CaseFile.Paths.Where(path => CaseFile.Load(path).Labels.Any(label => !label.IsBlind && label.Name is "CHECK_THEN_ACT" or "LAZY_INIT" or "NON_ATOMIC"))];

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Fixes_compile_and_leave_nothing_to_report(string path) => SweepAsync(path, CaseFile.Load(path).Text);

    [Theory]
    [MemberData(nameof(Steps))]
    public Task So_do_those_where_no_label_is_in_the_way(string path) => SweepAsync(path, Regex.Replace(CaseFile.Load(path).Text, @"[ \t]*// (expect|blind):[^\r\n]*", ""));

    private static async Task SweepAsync(string path, string text)
    {
        var sweep = new FixSweep(path, text);
        await sweep.RunAsync(s_rules);
        Repository.RequireNone(sweep.Violations);
    }
}
