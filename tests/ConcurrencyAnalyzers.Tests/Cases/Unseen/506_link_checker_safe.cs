// Each check is awaited before the next one starts: the list has one user at a time. difficulty: easy
namespace Cases.U506;

public sealed class LinkChecker(HttpClient http)
{
    private int _checked;

    public async Task<IReadOnlyList<string>> FindBrokenAsync(IEnumerable<string> links)
    {
        var broken = new List<string>();

        async Task CheckAsync(string link)
        {
            using var response = await http.GetAsync(link).ConfigureAwait(false);
            _checked++;
            if (!response.IsSuccessStatusCode)
            {
                broken.Add(link);
            }
        }

        foreach (var link in links)
        {
            await CheckAsync(link);
        }
        broken.Add($"{_checked} links checked");
        return broken;
    }
}
