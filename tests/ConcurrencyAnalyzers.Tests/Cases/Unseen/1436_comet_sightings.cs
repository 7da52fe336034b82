// Observers report sightings of comets at any time; a reader walks through those reported so far, page by page. difficulty: hard
namespace Cabinet.C1436;

public sealed record CometSighting(string Observer, DateTime At);

public sealed class SightingLog
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<CometSighting> _sightings = [];

    public async Task ReportAsync(CometSighting sighting)
    {
        await _turn.WaitAsync();
        try
        {
            _sightings.Add(sighting);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async IAsyncEnumerable<IReadOnlyList<CometSighting>> PagesAsync(int size)
    {
        int read = 0;
        while (true)
        {
            CometSighting[] page;
            await _turn.WaitAsync();
            try
            {
                page = _sightings.Skip(read).Take(size).ToArray();
            }
            finally
            {
                _turn.Release();
            }
            if (page.Length == 0)
            {
                yield break;
            }
            read += page.Length;
            yield return page;
        }
    }
}
