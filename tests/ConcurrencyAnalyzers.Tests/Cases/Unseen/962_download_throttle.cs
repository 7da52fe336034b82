// The semaphore is created on first use without any guard: tasks get different ones, and the limit of four does not hold. difficulty: medium
namespace Cases.U962;

public sealed class DownloadThrottle(Func<Uri, Task<byte[]>> download)
{
    private SemaphoreSlim? _slots;

    public async Task<byte[][]> DownloadAllAsync(IEnumerable<Uri> files) =>
        await Task.WhenAll(files.Select(file => Task.Run(() => DownloadAsync(file))));

    private async Task<byte[]> DownloadAsync(Uri file)
    {
        var slots = Slots();
        await slots.WaitAsync();
        try
        {
            return await download(file);
        }
        finally
        {
            slots.Release();
        }
    }

    private SemaphoreSlim Slots()
    {
        if (_slots == null) // expect: LAZY_INIT#1, RACE?
        {
            _slots = new SemaphoreSlim(4); // expect: LAZY_INIT#1, RACE?
        }
        return _slots; // expect: LAZY_INIT?, RACE?
    }
}
