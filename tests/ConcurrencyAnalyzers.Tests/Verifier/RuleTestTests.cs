namespace ConcurrencyAnalyzers.Tests.Verifier;

/// <summary>The form of a test that runs everything we ship.</summary>
public class RuleTestTests
{
    private static async Task<string> FailureOf(Task test) => (await Assert.ThrowsAsync<VerificationException>(() => test)).Message;

    [Fact]
    public void Analyzers_are_found() => Assert.NotEmpty(Product.Rules);

    [Fact]
    public Task Contract_attributes_are_there() => Verify.SilentAsync("class C { readonly object _gate = new(); [ConcurrencyAnalyzers.GuardedBy(nameof(_gate))] int _n; }");

    [Fact]
    public Task Findings_are_marked_by_id() => Verify.AnalyzerAsync("class C { void M() { lock ({|CONC2001:this|}) { } } }");

    [Fact]
    public Task Findings_of_the_named_rule_need_no_id() => Verify.AnalyzerAsync("class C { void M() { lock ([|this|]) { } } }", id: "CONC2001");

    [Fact]
    public async Task Unmarked_findings_fail() => Assert.Contains("unexpected CONC2001", await FailureOf(Verify.SilentAsync("class C { void M() { lock (this) { } } }")));

    [Fact]
    public async Task A_mark_without_a_rule_fails() => Assert.Contains("stands for no rule", await FailureOf(Verify.AnalyzerAsync("class C { void M() { lock ([|this|]) { } } }")));

    [Fact]
    public async Task A_fix_test_names_one_rule() =>
        Assert.Contains("names one rule", await FailureOf(Verify.FixAsync("class C { }", "class C { }")));

    [Fact]
    public async Task Diagnostics_can_be_read_without_expectations()
    {
        var test = new RuleTest { TestCode = "class C { void M() { lock (this) { } } }" };
        Assert.Equal(["CONC2001"], (await test.GetDiagnosticsAsync()).Select(diagnostic => diagnostic.Id));
    }
}
