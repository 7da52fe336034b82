// Fetches the members of a club page by page and stores every page in a task while the next page is already on its way. difficulty: medium
using System.Collections.Generic;
using System.Threading.Tasks;

namespace Menagerie.M1528;

public sealed record MemberPage(IReadOnlyList<string> Members, string? NextToken);

public interface IMemberSource
{
    Task<MemberPage?> FetchAsync(string? token);
}

public interface IMemberStore
{
    int Store(IReadOnlyList<string> members);
}

public sealed class MemberImport(IMemberSource source, IMemberStore store)
{
    public async Task<int> RunAsync()
    {
        var stores = new List<Task<int>>();
        var page = await source.FetchAsync(null);
        while (page is { Members.Count: > 0 })
        {
            stores.Add(Task.Run(() => store.Store(page.Members))); // expect: CAPTURE, RACE?
            page = page.NextToken is { } token ? await source.FetchAsync(token) : null; // expect: CAPTURE?, RACE?
        }

        int stored = 0;
        foreach (int count in await Task.WhenAll(stores))
        {
            stored += count;
        }
        return stored;
    }
}
