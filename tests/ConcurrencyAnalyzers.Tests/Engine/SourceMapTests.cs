using ConcurrencyAnalyzers.Engine.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace ConcurrencyAnalyzers.Tests.Engine;

public class SourceMapTests
{
    private const string Text = """
        using System;

        namespace N
        {
            /// <summary>Counts.</summary>
            class C
            {
                int _n;
                int P { get; set; }
                void A() { _n++; }
                // about B
                void B() { _n--; }
                class Inner { void D() { } }
            }
        }
        """;

    [Fact]
    public void Every_position_has_its_own_number_in_the_order_of_the_text_and_leads_back()
    {
        var map = SourceMap.Of(CSharpSyntaxTree.ParseText(Text));
        var last = -1;
        for (var position = 0; position < Text.Length; position++)
        {
            var span = map.ToEngine(new TextSpan(position, 1));
            Assert.True(span.Start > last, $"{position}");
            Assert.Equal(new TextSpan(position, 1), map.ToText(span));
            last = span.Start;
        }

        Assert.Equal(new TextSpan(0, Text.Length), map.ToText(map.ToEngine(new TextSpan(0, Text.Length))));
    }

    [Fact]
    public void An_edit_in_a_body_moves_nothing_in_other_members()
    {
        var (former, tree) = (CSharpSyntaxTree.ParseText(Text), CSharpSyntaxTree.ParseText(Text.Replace("_n++;", "_n++; /* twice */ _n++;")));
        var (before, after) = (SourceMap.Of(former), SourceMap.Of(tree));

        Assert.Equal([before.MemberAt(Text.IndexOf("void A", StringComparison.Ordinal))], after.ChangedSince(before)!);
        Assert.Equal(Engine(former, "_n--"), Engine(tree, "_n--"));
        Assert.Equal(Engine(former, "void D"), Engine(tree, "void D"));
        Assert.Equal(Engine(former, "int _n"), Engine(tree, "int _n"));
    }

    [Theory]
    [InlineData("int _n;", "int _n; int _m;")]
    [InlineData("int _n;", "int  _n;")]
    [InlineData("int P { get; set; }", "int P { get; set; } = 3;")]
    [InlineData("class C", "sealed class C")]
    [InlineData("using System;", "#define X\nusing System;")]
    [InlineData("// about B", "#pragma warning disable CS4014")]
    public void More_than_a_body_may_differ(string old, string now) =>
        Assert.Null(SourceMap.Of(CSharpSyntaxTree.ParseText(Text.Replace(old, now))).ChangedSince(SourceMap.Of(CSharpSyntaxTree.ParseText(Text))));

    [Fact]
    public void A_member_too_long_to_count_in_leaves_positions_as_they_are()
    {
        var text = Text.Replace("_n++;", "_n++;" + new string(' ', 200_000));
        var map = SourceMap.Of(CSharpSyntaxTree.ParseText(text));

        Assert.Equal(new TextSpan(17, 200_030), map.ToEngine(new TextSpan(17, 200_030)));
        Assert.Equal(new TextSpan(17, 200_030), map.ToText(new TextSpan(17, 200_030)));
        Assert.Null(map.ChangedSince(map));
    }

    [Fact]
    public void A_position_of_another_version_leads_nowhere()
    {
        var map = SourceMap.Of(CSharpSyntaxTree.ParseText("class C { }"));

        Assert.Null(map.ToText(SourceMap.Of(CSharpSyntaxTree.ParseText(Text)).ToEngine(new TextSpan(Text.Length - 3, 1))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("class")]
    [InlineData("class C { void M( { } } }")]
    [InlineData("var x = 1; x++; class C { } x--;")]
    [InlineData("namespace N; enum E { A, B } delegate void D();")]
    public void Half_typed_code_is_counted_too(string text)
    {
        var map = SourceMap.Of(CSharpSyntaxTree.ParseText(text));
        for (var position = 0; position <= text.Length; position++)
            Assert.Equal(new TextSpan(position, 0), map.ToText(map.ToEngine(new TextSpan(position, 0))));
    }

    private static TextSpan Engine(SyntaxTree tree, string part) => SourceMap.Of(tree).ToEngine(new(tree.GetText().ToString().IndexOf(part, StringComparison.Ordinal), part.Length));
}
