// The continuations after the await run on pool threads at once and add to one plain List. difficulty: medium
namespace Cases.U505;

public sealed class LinkChecker(HttpClient http)
{
    public async Task<IReadOnlyList<string>> FindBrokenAsync(IEnumerable<string> links)
    {
        var broken = new List<string>();

        async Task CheckAsync(string link)
        {
            using var response = await http.GetAsync(link).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                broken.Add(link); // expect: RACE
            }
        }

        await Task.WhenAll(links.Select(CheckAsync));
        return broken;
    }
}
