// The fetches of a wave run together but only return values; the shared set and totals change between the waves. difficulty: hard
using System.Text.RegularExpressions;

namespace Cases.U717;

public sealed record FetchedPage(Uri Address, int Length, IReadOnlyList<Uri> Links);

public sealed class WaveCrawler(HttpClient http, int maxDepth)
{
    private static readonly Regex s_href = new("href=\"(http[^\"]+)\"", RegexOptions.Compiled);
    private readonly HashSet<Uri> _seen = [];
    private long _characters;
    private int _failures;

    public async Task<(int Pages, long Characters, int Failures)> CrawlAsync(Uri root)
    {
        List<Uri> frontier = [root];
        _seen.Add(root);
        for (int depth = 0; depth < maxDepth && frontier.Count > 0; depth++)
        {
            FetchedPage?[] wave = await Task.WhenAll(frontier.Select(FetchAsync));
            frontier = Absorb(wave);
        }
        return (_seen.Count, _characters, _failures);
    }

    private List<Uri> Absorb(FetchedPage?[] wave)
    {
        var next = new List<Uri>();
        foreach (FetchedPage? page in wave)
        {
            if (page is null)
            {
                _failures++;
                continue;
            }
            _characters += page.Length;
            next.AddRange(page.Links.Where(_seen.Add));
        }
        return next;
    }

    private async Task<FetchedPage?> FetchAsync(Uri address)
    {
        try
        {
            string body = await http.GetStringAsync(address).ConfigureAwait(false);
            return new FetchedPage(address, body.Length, LinksOf(body));
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private static IReadOnlyList<Uri> LinksOf(string body) =>
        s_href.Matches(body)
            .Select(match => Uri.TryCreate(match.Groups[1].Value, UriKind.Absolute, out Uri? link) ? link : null)
            .OfType<Uri>()
            .Distinct()
            .ToList();
}
