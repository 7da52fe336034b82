// All visits are in flight together and resume on pool threads, where they add to a plain field. difficulty: medium
using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Cases.U698;

public sealed record CrawlSummary(int Links, long Characters);

public sealed class SiteCrawler(HttpClient http)
{
    private static readonly Regex s_href = new("href=\"(http[^\"]+)\"", RegexOptions.Compiled);
    private readonly ConcurrentDictionary<string, Uri> _links = new();
    private long _characters;

    public async Task<CrawlSummary> CrawlAsync(IReadOnlyCollection<Uri> seeds)
    {
        await Task.WhenAll(seeds.Select(VisitAsync)).ConfigureAwait(false);
        return new CrawlSummary(_links.Count, _characters);
    }

    private async Task VisitAsync(Uri page)
    {
        string body;
        try
        {
            body = await http.GetStringAsync(page).ConfigureAwait(false);
        }
        catch (HttpRequestException)
        {
            return;
        }

        _characters += body.Length; // expect: RACE
        foreach (string link in FindLinks(body))
        {
            _links.TryAdd(link, page);
        }
    }

    private static IEnumerable<string> FindLinks(string body)
    {
        foreach (Match match in s_href.Matches(body))
        {
            yield return match.Groups[1].Value;
        }
    }
}
