// One puller works through the pages; its fields move between pool threads but never between two at once.
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U580;

public sealed record ContactPage(IReadOnlyList<string> Names, string? NextCursor);

public interface IContactApi
{
    Task<ContactPage> GetPageAsync(string? cursor, CancellationToken ct);
}

public sealed class ContactPuller
{
    private readonly IContactApi _api;
    private readonly List<string> _names = new();
    private string? _cursor;
    private int _pages;

    public ContactPuller(IContactApi api) => _api = api;

    public IReadOnlyList<string> Names => _names;

    public int Pages => _pages;

    public async Task PullAsync(CancellationToken ct)
    {
        do
        {
            var page = await _api.GetPageAsync(_cursor, ct).ConfigureAwait(false);
            await StoreAsync(page).ConfigureAwait(false);
            _cursor = page.NextCursor;
        }
        while (_cursor != null);
    }

    private async Task StoreAsync(ContactPage page)
    {
        foreach (var name in page.Names)
        {
            _names.Add(name);
        }

        _pages++;
        await Task.Yield();
    }
}

public static class ContactSync
{
    public static async Task<string> RunAsync(IContactApi api, CancellationToken ct)
    {
        var puller = new ContactPuller(api);
        var pull = Task.Run(() => puller.PullAsync(ct), ct);
        await pull;

        return $"{puller.Names.Count} contacts from {puller.Pages} pages";
    }
}
