// Fetches recipe pages and lists their titles, with the number of pages that could not be read. difficulty: medium
using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;

namespace Menagerie.M1372;

public sealed class RecipeScraper(HttpClient http)
{
    private readonly List<string> _titles = [];
    private int _unreadable;

    public async Task<string> ScrapeAsync(IEnumerable<string> addresses)
    {
        await Task.WhenAll(addresses.Select(ScrapeOneAsync));
        return $"{string.Join(", ", _titles)} ({_unreadable} unreadable)";
    }

    private async Task ScrapeOneAsync(string address)
    {
        try
        {
            var page = await http.GetStringAsync(address).ConfigureAwait(false);
            _titles.Add(TitleOf(page)); // expect: RACE
        }
        catch (HttpRequestException)
        {
            _unreadable++; // expect: RACE
        }
    }

    private static string TitleOf(string page)
    {
        int start = page.IndexOf("<h1>", StringComparison.Ordinal) + 4;
        int end = page.IndexOf("</h1>", StringComparison.Ordinal);
        return end > start ? page[start..end] : "untitled";
    }
}
