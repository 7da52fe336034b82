// A reading room has two desks for manuscripts; whoever has a desk notes the manuscript in the day book. difficulty: medium
namespace Cabinet.C1386;

public sealed class ManuscriptRoom(Func<string, Task> read)
{
    private readonly SemaphoreSlim _desks = new(2); // expect: LOCK_MISUSE?, SYNC_PRIMITIVE?
    private readonly Dictionary<string, int> _dayBook = [];

    public async Task<int> OpenAsync(IEnumerable<string> requests)
    {
        await Task.WhenAll(requests.Select(request => Task.Run(() => ServeAsync(request))));
        return _dayBook.Count;
    }

    private async Task ServeAsync(string manuscript)
    {
        await _desks.WaitAsync(); // expect: LOCK_MISUSE?, SYNC_PRIMITIVE?
        try
        {
            await read(manuscript);
            _dayBook[manuscript] = _dayBook.GetValueOrDefault(manuscript) + 1; // expect: RACE
        }
        finally
        {
            _desks.Release();
        }
    }
}
