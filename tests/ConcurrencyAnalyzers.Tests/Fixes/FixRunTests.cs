using System.Collections.Immutable;
using ConcurrencyAnalyzers.CodeFixes.Editing;
using ConcurrencyAnalyzers.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Tests.Fixes;

/// <summary>How many findings are fixed at once: all that cannot see each other, and fewer where the whole does not compile.</summary>
public class FixRunTests
{
    private const string Five = """
        class A { int Get() => 1; }
        class B { int Get() => 2; }
        class C { int Get() => 3; }
        class D { int Get() => 4; }
        class E { int Get() => 5; }
        """;

    /// <summary>For how many findings each step was that compiled.</summary>
    private readonly List<int> _steps = [];

    [Fact]
    public async Task Findings_of_different_types_are_one_step()
    {
        var text = await RunAsync(Five, "12345", (_, digit) => [digit + "0"]);
        Assert.Equal(Five.Replace(";", "0;", StringComparison.Ordinal), text);
        Assert.Equal([5], _steps);
    }

    [Fact]
    public async Task Where_the_whole_does_not_compile_fewer_are_taken_down_to_the_one_that_is_to_blame()
    {
        var text = await RunAsync(Five, "12345", (_, digit) => digit == '3' ? ["nothing"] : [digit + "0"]);
        Assert.Equal(Five.Replace(";", "0;", StringComparison.Ordinal).Replace("30;", "3;", StringComparison.Ordinal), text);
        Assert.Equal([2, 2], _steps);
    }

    [Fact]
    public async Task The_one_that_is_to_blame_gets_its_second_choice()
    {
        var text = await RunAsync(Five, "12345", (_, digit) => digit == '3' ? ["nothing", "30"] : [digit + "0"]);
        Assert.Equal(Five.Replace(";", "0;", StringComparison.Ordinal), text);
        Assert.Equal([2, 1, 2], _steps);
    }

    // Each step looks at what the one before it left, so the second declaration is not made twice.
    [Fact]
    public async Task What_compiles_apart_but_not_together_is_done_one_after_the_other()
    {
        const string parts = """
            partial class A { int One() => 1; }
            partial class A { int Two() => 2; }
            """;
        var text = await RunAsync(parts, "12", (source, digit) => [source.Text.ToString().Contains("int _gate", StringComparison.Ordinal) ? "_gate" : digit + "; int _gate = 0"]);
        Assert.Equal("""
            partial class A { int One() => 1; int _gate = 0; }
            partial class A { int Two() => _gate; }
            """, text);
        Assert.Equal([1, 1], _steps);
    }

    // What tidies up is checked as well: for one finding it is left out, of several it says that they do not go together.
    [Fact]
    public async Task What_tidies_up_and_does_not_compile_is_left_out_for_one_finding_alone()
    {
        var text = await RunAsync(Five, "123", (_, digit) => [digit + "0"], (edited, fix) =>
        {
            var tidying = new EditScript(edited, "Tidy up");
            foreach (var place in fix.Inserted())
                tidying.Replace(place, edited.Text.ToString(place) == "20" ? "nothing" : edited.Text.ToString(place) + "0");
            return tidying;
        });
        Assert.Equal(Five.Replace("1;", "100;", StringComparison.Ordinal).Replace("2;", "20;", StringComparison.Ordinal).Replace("3;", "300;", StringComparison.Ordinal), text);
    }

    /// <param name="digits">The findings: where these digits stand.</param>
    /// <param name="edits">What is put there, best first.</param>
    private async Task<string> RunAsync(string text, string digits, Func<SourceView, char, IEnumerable<string>> edits, Func<SourceView, EditScript, EditScript?>? tidy = null)
    {
        var test = new RuleTest();
        test.TestState.Sources.Add(text);
        var document = test.CreateProject().Documents.First(candidate => candidate.FilePath!.EndsWith("Test0.cs", StringComparison.Ordinal));
        var findings = digits.Select(digit => new TextSpan(text.IndexOf(digit, StringComparison.Ordinal), 1)).Select(span => new Finding(span, [span], null, null, ImmutableDictionary<string, string?>.Empty));
        var run = new FixRun((source, finding) => edits(source, source.Text.ToString(finding.Span)[0]).Select(edit => Put(source, finding, edit)), (edited, fix) =>
        {
            _steps.Add(fix.Touched.Count());
            return tidy?.Invoke(edited, fix);
        });
        var (changed, _) = await run.ApplyAsync(document, findings, CancellationToken.None);
        return (await changed.GetTextAsync()).ToString();
    }

    private static EditScript Put(SourceView source, Finding finding, string edit)
    {
        var script = new EditScript(source, "Put it there");
        script.Replace(finding.Span, edit);
        return script;
    }
}
