using Microsoft.CodeAnalysis.CodeFixes;
using VerifyCS = ConcurrencyAnalyzers.Testing.CSharpCodeFixVerifier<ConcurrencyAnalyzers.Tests.Verifier.BadNameRule, ConcurrencyAnalyzers.Tests.Verifier.RenameFix>;

namespace ConcurrencyAnalyzers.Tests.Verifier;

public class CodeFixTestTests
{
    private const string Input = "class C\n{\n    int [|bad1|];\n    int [|bad2|];\n    int Sum() => bad1 + bad2;\n}\n";
    private const string Fixed = "class C\n{\n    int good1;\n    int good2;\n    int Sum() => good1 + good2;\n}\n";

    private static async Task<string> FailureOf(CodeFixTest test) => (await Assert.ThrowsAsync<VerificationException>(() => test.RunAsync())).Message;

    private static CSharpCodeFixTest<BadNameRule, TFix> Test<TFix>(string input = Input, string? fixedCode = Fixed)
        where TFix : CodeFixProvider, new() => new() { TestCode = input, FixedCode = fixedCode };

    [Fact]
    public Task A_good_fix_passes() => VerifyCS.VerifyCodeFixAsync(Input, Fixed);

    [Fact]
    public Task A_good_fix_passes_with_both_line_endings()
    {
        var test = Test<RenameFix>();
        test.LineEndings = LineEnding.Both;
        return test.RunAsync();
    }

    [Fact]
    public async Task Another_result_is_shown_as_a_difference()
    {
        var message = await FailureOf(Test<RenameFix>(fixedCode: Fixed.Replace("int good2", "int better2").Replace("+ good2", "+ better2")));
        Assert.Contains("Fixed one by one", message);
        Assert.Contains("  -     int better2;\n  -     int Sum() => good1 + better2;\n  +     int good2;", message);
    }

    [Fact]
    public async Task Fixed_code_must_compile() => Assert.Contains("Fixed code", await FailureOf(Test<BreakingFix>(fixedCode: Input.Replace("[|bad1|]", "int"))));

    [Fact]
    public async Task Fixed_code_must_not_hold_the_diagnostic_unmarked() => Assert.Contains("unexpected SAMPLE1", await FailureOf(Test<EndlessFix>(
        "class C { int [|bad|]; }", "class C { int badr; }")));

    [Fact]
    public async Task A_fix_that_never_ends_fails() => Assert.Contains("more than 1 fixes", await FailureOf(Test<EndlessFix>(
        "class C { int [|bad|]; }", "class C { int [|badr|]; }")));

    [Fact]
    public async Task The_number_of_fixes_is_exact_if_stated()
    {
        var test = Test<RenameFix>();
        test.NumberOfIncrementalIterations = 2;
        await test.RunAsync();
        test = Test<RenameFix>();
        test.NumberOfIncrementalIterations = 3;
        Assert.Contains("3 fixes are expected, 2 were applied", await FailureOf(test));
    }

    [Fact]
    public async Task No_fix_is_expected_where_the_result_is_the_input()
    {
        await new CSharpCodeFixTest<NameRule, RenameFix> { TestCode = "class C { int {|SAMPLE2:ugly|}; }", FixedCode = "class C { int {|SAMPLE2:ugly|}; }" }.RunAsync();
        Assert.Contains("Fixed one by one", await FailureOf(Test<RenameFix>(fixedCode: Input)));
    }

    [Fact]
    public async Task An_action_that_changes_nothing_fails() => Assert.Contains("changes nothing", await FailureOf(Test<NoOpFix>(fixedCode: Input)));

    [Fact]
    public async Task A_fix_that_throws_fails_with_its_stack()
    {
        var message = await FailureOf(Test<ThrowingFix>());
        Assert.Contains("broken fix", message);
        Assert.Contains("ThrowingFix.NewName", message);
    }

    [Fact]
    public async Task A_fix_without_fix_all_fails_unless_the_test_says_so()
    {
        Assert.Contains("no fix-all", await FailureOf(Test<NoFixAllFix>()));
        var test = Test<NoFixAllFix>();
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.SkipFixAllCheck | CodeFixTestBehaviors.SkipFormatCheck;
        await test.RunAsync();
    }

    [Fact]
    public async Task A_key_that_names_the_symbol_fails_fix_all() => Assert.Contains("Fix all in Document: 1 runs do not suffice", await FailureOf(Test<KeyPerSymbolFix>()));

    [Fact]
    public async Task A_key_per_id_passes_in_the_IDE_and_fails_as_dotnet_format_runs_it()
    {
        var test = new CSharpCodeFixTest<NameRule, KeyPerIdFix>
        {
            TestCode = "class C { int {|SAMPLE1:bad1|}; int {|SAMPLE2:ugly2|}; int {|SAMPLE1:bad3|}; int {|SAMPLE2:ugly4|}; }",
            FixedCode = "class C { int good1; int fine2; int good3; int fine4; }",
        };
        Assert.StartsWith("dotnet format", await FailureOf(test));
    }

    [Fact]
    public Task Several_files_and_projects_are_fixed()
    {
        var test = Test<RenameFix>();
        test.TestState.Sources.Add("class D { int [|bad|]; }");
        test.FixedState.Sources.Add("class D { int good; }");
        test.TestState.AdditionalProjects["Other"].Sources.Add("class E { int [|bad|]; }");
        test.FixedState.AdditionalProjects["Other"].Sources.Add("class E { int good; }");
        return test.RunAsync();
    }

    [Fact]
    public Task A_file_of_two_targets_is_fixed_once_for_both()
    {
        var test = Test<RenameFix>();
        test.AdditionalTargets.Add(ReferenceAssemblies.NetStandard.NetStandard20);
        return test.RunAsync();
    }

    [Fact]
    public async Task Different_texts_for_different_targets_fail()
    {
        var test = Test<TargetDependentFix>();
        test.AdditionalTargets.Add(ReferenceAssemblies.NetStandard.NetStandard20);
        Assert.Contains("different texts for different targets", await FailureOf(test));
    }

    [Fact]
    public async Task The_action_is_chosen_by_key_and_by_title()
    {
        var test = Test<RenameFix>();
        test.CodeActionEquivalenceKey = "rename";
        test.CodeActionTitle = "Rename";
        await test.RunAsync();

        test = Test<RenameFix>();
        test.CodeActionTitle = "Delete";
        Assert.Contains("expected 'Delete'", await FailureOf(test));
    }

    [Fact]
    public Task Fix_one_stops_after_the_first()
    {
        var test = Test<RenameFix>(fixedCode: "class C\n{\n    int good1;\n    int [|bad2|];\n    int Sum() => good1 + bad2;\n}\n");
        test.CodeFixTestBehaviors = CodeFixTestBehaviors.FixOne;
        return test.RunAsync();
    }
}
