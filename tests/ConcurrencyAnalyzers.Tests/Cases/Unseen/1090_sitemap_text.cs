using System.Text;

namespace Cases.L1090;

public sealed record Page(string Path, DateOnly Changed);

public sealed class SitemapText
{
    private readonly string _origin;

    public SitemapText(string origin) => _origin = origin;

    public async Task<string> BuildAsync(IReadOnlyList<Page> pages, int parts)
    {
        int size = (pages.Count + parts - 1) / parts;
        Task<StringBuilder>[] work = Enumerable.Range(0, parts)
            .Select(part => Task.Run(() => BuildPart(pages, part * size, Math.Min(pages.Count, (part + 1) * size))))
            .ToArray();
        var document = new StringBuilder("<urlset>").AppendLine();
        foreach (StringBuilder fragment in await Task.WhenAll(work))
        {
            document.Append(fragment);
        }
        return document.AppendLine("</urlset>").ToString();
    }

    private StringBuilder BuildPart(IReadOnlyList<Page> pages, int from, int to)
    {
        var fragment = new StringBuilder();
        for (int i = from; i < to; i++)
        {
            fragment.Append("  <url><loc>")
                .Append(_origin)
                .Append(pages[i].Path)
                .Append("</loc><lastmod>")
                .Append(pages[i].Changed.ToString("yyyy-MM-dd"))
                .AppendLine("</lastmod></url>");
        }
        return fragment;
    }

    public static async Task Main()
    {
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        Page[] pages = Enumerable.Range(0, 1000).Select(i => new Page($"/p/{i}", today.AddDays(-i % 30))).ToArray();
        string xml = await new SitemapText("https://example.org").BuildAsync(pages, 4);
        Console.WriteLine(xml.Length);
    }
}
