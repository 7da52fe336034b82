// The semaphore limits the downloads to four, so up to four of them are in the guarded part at once. difficulty: hard
namespace Cases.U728;

public sealed class ThumbnailImporter(Func<string, Task<byte[]>> download)
{
    private readonly SemaphoreSlim _slots = new(4, 4);
    private readonly Dictionary<string, byte[]> _thumbnails = [];
    private long _bytes;

    public async Task<long> ImportAsync(IEnumerable<string> urls)
    {
        await Task.WhenAll(urls.Select(url => Task.Run(() => ImportOneAsync(url)))).ConfigureAwait(false);
        return _bytes;
    }

    public byte[]? Find(string url) => _thumbnails.GetValueOrDefault(url); // expect: RACE?

    private async Task ImportOneAsync(string url)
    {
        await _slots.WaitAsync().ConfigureAwait(false);
        try
        {
            byte[] image = await download(url).ConfigureAwait(false);
            _thumbnails[url] = image; // expect: RACE
            _bytes += image.Length; // expect: RACE
        }
        finally
        {
            _slots.Release();
        }
    }
}
