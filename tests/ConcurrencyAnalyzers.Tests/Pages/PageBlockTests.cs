using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Tests.Pages;

public class PageBlockTests
{
    private static PageBlock One(string code) => Assert.Single(PageBlock.Read("page", $"text\n```csharp bad\n{code}\n```\n"));

    [Fact]
    public void Blocks_are_read_with_kind_options_and_line()
    {
        var blocks = PageBlock.Read("page", "# T\n```csharp bad aspnet\na\n```\n```csharp\nnot run\n```\n```text\nno\n```\n```csharp fixed action=1\nb\n```\n");
        Assert.Equal([("bad", 2, "a\n"), ("fixed", 11, "b\n")], blocks.Select(block => (block.Kind, block.Line, block.Code)));
        Assert.Equal(["aspnet"], blocks[0].Options);
        Assert.Equal(["action=1"], blocks[1].Options);
    }

    [Theory]
    [InlineData("```csharp bad\na\n", "not closed")]
    [InlineData("```csharp wrong\na\n```\n", "no kind of block")]
    [InlineData("```csharp good fast\na\n```\n", "no kind of block")]
    public void A_fence_that_means_nothing_is_an_error(string page, string message) =>
        Assert.Contains(message, Assert.Throws<FormatException>(() => PageBlock.Read("page", page)).Message);

    [Fact]
    public void Marks_are_taken_out_of_the_code()
    {
        var block = One("a++; // CONC1001\nb += c[1]; // CONC1001 on b, CONC1002 on c[1]\nd; // CONC1001 is a rule\ne; // note");
        Assert.Equal("a++;\nb += c[1];\nd; // CONC1001 is a rule\ne; // note\n", block.Source);
        Assert.Equal([("CONC1001", 0, null), ("CONC1001", 1, "b"), ("CONC1002", 1, "c[1]")], block.Findings);
    }

    [Fact]
    public void A_mark_expects_the_span_that_is_reported_on_its_line()
    {
        var block = One("aa++; // CONC1001\nbb++; cc++; // CONC1001 on cc");
        var expected = block.Expect([Report(block, "aa"), Report(block, "bb"), Report(block, "cc")]).ToArray();
        Assert.Equal(2, expected.Length);
        Assert.All(expected, result => Assert.Equal("CONC1001", result.Id));
    }

    [Theory]
    [InlineData("aa++; // CONC1002")]
    [InlineData("aa++; // CONC1001, CONC1001")]
    [InlineData("aa++; // CONC1001 on a")]
    [InlineData("\naa; // CONC1001")]
    public void A_mark_without_a_report_fails(string code)
    {
        var block = One(code);
        Assert.Throws<VerificationException>(() => block.Expect([Report(One("aa++;"), "aa")]).ToArray());
    }

    private static Diagnostic Report(PageBlock block, string text)
    {
        var tree = CSharpSyntaxTree.ParseText(block.Source);
        return Diagnostic.Create(
            new DiagnosticDescriptor("CONC1001", "t", "m", "c", DiagnosticSeverity.Warning, true),
            Location.Create(tree, new TextSpan(block.Source.IndexOf(text, StringComparison.Ordinal), text.Length)));
    }
}
