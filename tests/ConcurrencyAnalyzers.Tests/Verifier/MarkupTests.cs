namespace ConcurrencyAnalyzers.Tests.Verifier;

public class MarkupTests
{
    [Fact]
    public void Spans_are_given_in_positions_of_the_clean_text()
    {
        var markup = Markup.Parse("int [|a|] = {|X1:b|} + {|#2:c|};");
        Assert.Equal("int a = b + c;", markup.Text);
        Assert.Equal([(null, "a"), ("X1", "b"), ("#2", "c")], markup.Spans.Select(span => (span.Name, markup.Text.Substring(span.Span.Start, span.Span.Length))));
        Assert.Equal(2, markup.Spans[2].LocationNumber);
        Assert.Null(markup.Spans[1].LocationNumber);
    }

    [Fact]
    public void Spans_nest_and_may_be_empty()
    {
        var markup = Markup.Parse("{|A:f([|x|], {|#0:{|B:y|}|})|}{|C:|}");
        Assert.Equal("f(x, y)", markup.Text);
        Assert.Equal(["A", null, "#0", "B", "C"], markup.Spans.Select(span => span.Name));
        Assert.True(markup.Spans[^1].Span is { IsEmpty: true, Start: 7 });
    }

    [Fact]
    public void Carets_are_code_unless_asked_for()
    {
        Assert.Equal("$$\"{{x}}\"", Markup.Parse("$$\"{{x}}\"").Text);
        var markup = Markup.Parse("a$$b", MarkupOptions.Carets);
        Assert.Equal(("ab", 1), (markup.Text, markup.Carets.Single()));
    }

    [Fact]
    public void Markup_can_be_ignored() => Assert.Equal("[|a|]", Markup.Parse("[|a|]", MarkupOptions.Ignore).Text);

    [Fact]
    public void Braces_that_are_no_markup_stay() => Assert.Equal("x is { A: 1 } ? {|| y|}", Markup.Parse("x is { A: 1 } ? {|| y|}").Text);

    [Theory]
    [InlineData("a\n [|b", "'[|' is never closed", "line 2, column 2")]
    [InlineData("{|A:b", "'{|' is never closed", "line 1, column 1")]
    [InlineData("ab|]", "'|]' closes nothing", "line 1, column 3")]
    [InlineData("[|a {|B:b|] c|}", "'|]' closes '{|'", "line 1, column 10")]
    public void Unbalanced_markup_is_an_error_that_says_where(string source, string what, string where)
    {
        var message = Assert.Throws<FormatException>(() => Markup.Parse(source)).Message;
        Assert.Contains(what, message);
        Assert.Contains(where, message);
    }
}
