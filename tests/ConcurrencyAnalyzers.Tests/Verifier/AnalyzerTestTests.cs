using Microsoft.CodeAnalysis;
using VerifyCS = ConcurrencyAnalyzers.Testing.CSharpAnalyzerVerifier<ConcurrencyAnalyzers.Tests.Verifier.NameRule>;
using VerifyBad = ConcurrencyAnalyzers.Testing.CSharpAnalyzerVerifier<ConcurrencyAnalyzers.Tests.Verifier.BadNameRule>;

namespace ConcurrencyAnalyzers.Tests.Verifier;

public class AnalyzerTestTests
{
    private static async Task<string> FailureOf(Task test) => (await Assert.ThrowsAsync<VerificationException>(() => test)).Message;

    [Fact]
    public Task Marked_diagnostics_are_found() => VerifyCS.VerifyAnalyzerAsync("class C { int {|SAMPLE1:bad|}, {|SAMPLE2:ugly|}, fine; }");

    [Fact]
    public Task The_only_rule_needs_no_id() => VerifyBad.VerifyAnalyzerAsync("class C { int [|bad|]; }");

    [Fact]
    public async Task Two_rules_need_ids() =>
        Assert.Contains("needs one rule", await FailureOf(VerifyCS.VerifyAnalyzerAsync("class C { int [|bad|]; }")));

    [Fact]
    public async Task A_missing_and_a_surplus_diagnostic_are_shown_in_the_source()
    {
        var message = await FailureOf(VerifyBad.VerifyAnalyzerAsync("class C\n{\n    int [|fine|], bad;\n}"));
        Assert.Contains("1 missing, 1 unexpected", message);
        Assert.Contains("    3 |     int fine, bad;\n      |         ^^^^ missing SAMPLE1\n      |               ^^^ unexpected SAMPLE1", message);
    }

    [Fact]
    public async Task A_diagnostic_at_another_span_does_not_count() => await FailureOf(VerifyBad.VerifyAnalyzerAsync("class C { [|int bad|]; }"));

    [Fact]
    public async Task Input_must_compile() => Assert.Contains("CS0246", await FailureOf(VerifyCS.VerifyAnalyzerAsync("class C { Missing field; }")));

    [Fact]
    public Task Expected_compiler_errors_are_marked() => VerifyCS.VerifyAnalyzerAsync("class C { {|CS0246:Missing|} field; }");

    [Fact]
    public Task Message_severity_properties_and_related_places_can_be_stated() => VerifyCS.VerifyAnalyzerAsync(
        "class C { {|#1:int {|#0:bad|}|}; }",
        VerifyCS.Diagnostic("SAMPLE1").WithLocation(0).WithLocation(1).WithArguments("bad").WithSeverity(DiagnosticSeverity.Warning).WithProperty("name", "bad"));

    [Fact]
    public Task Places_can_be_lines_and_columns() => VerifyCS.VerifyAnalyzerAsync(
        "class C { int bad, bad2; }",
        VerifyCS.Diagnostic("SAMPLE1").WithSpan(1, 15, 1, 18).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations),
        VerifyCS.Diagnostic("SAMPLE1").WithLocation(1, 20).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations).WithMessage("'bad2' is bad"));

    [Fact]
    public async Task A_wrong_message_fails() => Assert.Contains("'worse' is bad", await FailureOf(VerifyCS.VerifyAnalyzerAsync(
        "class C { {|#1:int {|#0:bad|}|}; }", VerifyCS.Diagnostic("SAMPLE1").WithLocation(0).WithLocation(1).WithArguments("worse"))));

    [Fact]
    public async Task A_wrong_severity_fails() => await FailureOf(VerifyCS.VerifyAnalyzerAsync(
        "class C { {|#1:int {|#0:bad|}|}; }", VerifyCS.Diagnostic("SAMPLE1").WithLocation(0).WithLocation(1).WithSeverity(DiagnosticSeverity.Info)));

    [Fact]
    public async Task A_wrong_property_fails() => await FailureOf(VerifyCS.VerifyAnalyzerAsync(
        "class C { {|#1:int {|#0:bad|}|}; }", VerifyCS.Diagnostic("SAMPLE1").WithLocation(0).WithLocation(1).WithProperty("name", "worse")));

    [Fact]
    public async Task Related_places_that_are_not_stated_fail() => await FailureOf(VerifyCS.VerifyAnalyzerAsync(
        "class C { int {|#0:bad|}; }", VerifyCS.Diagnostic("SAMPLE1").WithLocation(0)));

    [Fact]
    public async Task An_analyzer_that_throws_fails_the_test_with_its_stack()
    {
        var message = await FailureOf(CSharpAnalyzerVerifier<ThrowingRule>.VerifyAnalyzerAsync("class C;"));
        Assert.Contains("broken rule", message);
        Assert.Contains(nameof(ThrowingRule) + ".", message);
    }

    [Fact]
    public async Task A_result_that_depends_on_document_order_fails()
    {
        var test = new CSharpAnalyzerTest<OrderDependentRule> { ImplicitUsings = false };
        test.TestState.Sources.Add("[|class|] A;");
        test.TestState.Sources.Add("class B;");
        Assert.Contains("depends on order", await FailureOf(test.RunAsync()));
    }

    [Fact]
    public Task Top_level_statements_make_a_program() => VerifyCS.VerifyAnalyzerAsync("int {|SAMPLE1:bad|} = 1; Console.WriteLine(bad);");

    [Fact]
    public Task The_newest_language_and_nullable_and_implicit_usings_are_on() => VerifyCS.VerifyAnalyzerAsync("""
        class C { public string? Name { get => field; set => field = value ?? ""; } public Task<List<int>> All() => Task.FromResult(new[] { 1 }.ToList()); }
        """);

    [Fact]
    public Task Analyzer_config_documents_are_real()
    {
        var test = new CSharpAnalyzerTest<BadNameRule> { TestCode = "class C { int bad; }" };
        test.TestState.Sources.Add(("Loud.cs", "class D { int {|#0:bad|}; }"));
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[Test*.cs]\ndotnet_diagnostic.SAMPLE1.severity = none\n[Loud.cs]\ndotnet_diagnostic.SAMPLE1.severity = error\n"));
        test.ExpectedDiagnostics.Add(VerifyBad.Diagnostic().WithLocation(0).WithSeverity(DiagnosticSeverity.Error));
        return test.RunAsync();
    }

    [Fact]
    public async Task Build_properties_reach_analyzers_as_global_options()
    {
        var test = new CSharpAnalyzerTest<BadNameRule> { TestCode = "class C;" };
        test.TestState.BuildProperties["Answer"] = "42";
        var seen = false;
        test.SolutionTransforms.Add((solution, id) =>
        {
            seen = solution.GetProject(id)!.AnalyzerOptions.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue("build_property.Answer", out var value) && value == "42";
            return solution;
        });
        await test.RunAsync();
        Assert.True(seen);
    }

    [Fact]
    public Task Projects_reference_each_other()
    {
        var test = new CSharpAnalyzerTest<BadNameRule> { TestCode = "class C : Lib.Base { int [|bad|]; }" };
        test.TestState.AdditionalProjects["Lib"].Sources.Add("namespace Lib; public class Base { int [|bad|]; }");
        test.TestState.AdditionalProjectReferences.Add("Lib");
        return test.RunAsync();
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public Task Every_set_of_reference_assemblies_compiles(string name, ReferenceAssemblies references)
    {
        var test = new CSharpAnalyzerTest<BadNameRule>
        {
            TestCode = "class C { Task<HttpClient>? [|bad|]; List<int>? list; int Sum() => list!.Where(x => x > 0).Sum(); }",
            ReferenceAssemblies = references,
        };
        Assert.Equal(name, references.TargetFramework);
        return test.RunAsync();
    }

    public static TheoryData<string, ReferenceAssemblies> Targets => new()
    {
        { "net8.0", ReferenceAssemblies.Net.Net80 },
        { "net9.0", ReferenceAssemblies.Net.Net90 },
        { "net10.0", ReferenceAssemblies.Net.Net100 },
        { "netstandard2.0", ReferenceAssemblies.NetStandard.NetStandard20 },
        { "net472", ReferenceAssemblies.NetFramework.Net472 },
    };

    [Fact]
    public Task AspNet_Core_is_there() => new CSharpAnalyzerTest<BadNameRule>
    {
        TestCode = "class C : Microsoft.AspNetCore.Mvc.ControllerBase { int [|bad|]; }",
        ReferenceAssemblies = ReferenceAssemblies.Net.AspNet100,
    }.RunAsync();

    [Fact]
    public Task Further_targets_are_checked_against_the_same_expectation()
    {
        var test = new CSharpAnalyzerTest<BadNameRule> { TestCode = "class C { int [|bad|]; }" };
        test.AdditionalTargets.Add(ReferenceAssemblies.NetStandard.NetStandard20);
        return test.RunAsync();
    }

    [Fact]
    public async Task A_further_target_that_differs_fails()
    {
        var test = new CSharpAnalyzerTest<BadNameRule> { TestCode = "class C { int [|bad|];\n#if NETSTANDARD\nint bad2;\n#endif\n}" };
        test.AdditionalTargets.Add(ReferenceAssemblies.NetStandard.NetStandard20);
        Assert.Contains("TestProject(netstandard2.0)", await FailureOf(test.RunAsync()));
    }
}
