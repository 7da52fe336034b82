using System.Collections.Concurrent;

namespace ConcurrencyAnalyzers.Tests.Pages;

public class PageTests
{
    [Fact]
    public async Task Every_block_of_every_page_holds()
    {
        var failures = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Repository.Pages, async (page, _) =>
        {
            try
            {
                await PageRunner.RunAsync(page.Key, Blocks(page.Value));
            }
            catch (Exception exception) when (exception is VerificationException or FormatException)
            {
                failures.Add(exception.Message);
            }
        });
        Repository.RequireNone(failures.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_page_shows_bad_and_good_code_and_the_fix()
    {
        var fixable = Product.CreateCodeFixes().SelectMany(fix => fix.FixableDiagnosticIds).ToHashSet();
        Repository.RequireNone(
            from page in Repository.Pages
            let kinds = Blocks(page.Value).Select(block => block.Kind).ToHashSet()
            from kind in new[] { "bad", "good", "fixed" }
            where !kinds.Contains(kind) && (kind != "fixed" || fixable.Contains(page.Key))
            select $"{page.Value} has no {kind} block.");
    }

    private static IReadOnlyList<PageBlock> Blocks(string page) => PageBlock.Read(page, File.ReadAllText(Repository.Path(page)));
}
