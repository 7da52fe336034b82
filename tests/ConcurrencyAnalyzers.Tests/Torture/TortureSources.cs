using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ConcurrencyAnalyzers.Tests.Torture;

/// <summary>Code to be hard on analyzers and fixes with: files of many language forms, the code of the rule pages, and random damage to both.</summary>
internal static class TortureSources
{
    private const string Folder = "tests/ConcurrencyAnalyzers.Tests/Torture/Sources";

    /// <summary>Whole files by name; all but <c>Broken.cs</c> compile.</summary>
    public static ImmutableArray<(string Name, string Text)> Files { get; } =
        [.. Repository.Files(Folder, "*.cs").Select(file => (Path.GetFileName(file), File.ReadAllText(Repository.Path(file)).ReplaceLineEndings("\n")))];

    /// <summary>The code blocks of all rule pages, which hold a finding of every rule.</summary>
    public static IEnumerable<(string Name, string Text)> PageBlocks =>
        from page in Repository.Pages
        from block in Pages.PageBlock.Read(page.Value, File.ReadAllText(Repository.Path(page.Value)))
        where block.Kind == "bad"
        select ($"{page.Key} line {block.Line}", block.Source);

    /// <summary>What half-typed code looks like: the source with a few tokens missing, doubled, swapped, replaced, or with its end missing.</summary>
    public static IEnumerable<string> Damage(string source, int count, int seed)
    {
        var random = new Random(seed);
        var root = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
        var spans = root.DescendantTokens().Select(token => token.Span).Where(span => !span.IsEmpty).ToArray();
        for (var i = 0; i < count; i++)
        {
            var text = source;
            // From the end, so that the earlier spans stay right.
            foreach (var index in Enumerable.Range(0, 1 + random.Next(3)).Select(_ => random.Next(spans.Length)).Distinct().OrderDescending())
            {
                var span = spans[index];
                var token = source.Substring(span.Start, span.Length);
                text = random.Next(6) switch
                {
                    0 => text.Remove(span.Start, span.Length),
                    1 => text.Insert(span.End, " " + token),
                    2 => Replace(span.Start, span.Length, Random(), text),
                    3 when index + 1 < spans.Length && spans[index + 1].End <= text.Length =>
                        Replace(span.Start, span.Length, source.Substring(spans[index + 1].Start, spans[index + 1].Length), text),
                    4 => text[..span.End],
                    _ => text.Insert(span.Start, "{}();,.?=".Substring(random.Next(9), 1)),
                };
            }

            yield return text;
        }

        string Random()
        {
            var span = spans[random.Next(spans.Length)];
            return source.Substring(span.Start, span.Length);
        }

        static string Replace(int start, int length, string by, string text) => text.Remove(start, length).Insert(start, by);
    }
}
