// SemaphoreSlim(1, 1) wrapped in a disposable scope: everything between WaitAsync and Release is exclusive, across awaits too. difficulty: hard
namespace Cases.U552;

public sealed class AsyncGate
{
    private readonly SemaphoreSlim _semaphore = new(1, 1);

    public async Task<Scope> EnterAsync()
    {
        await _semaphore.WaitAsync().ConfigureAwait(false);
        return new Scope(_semaphore);
    }

    public readonly struct Scope(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}

public sealed class PageStore(Func<string, Task<string>> fetch)
{
    private readonly AsyncGate _gate = new();
    private readonly Dictionary<string, string> _pages = [];

    public async Task<string> GetAsync(string url)
    {
        using (await _gate.EnterAsync())
        {
            if (!_pages.TryGetValue(url, out var page))
            {
                page = await fetch(url);
                _pages.Add(url, page);
            }
            return page;
        }
    }

    public Task<string[]> GetAllAsync(IEnumerable<string> urls) =>
        Task.WhenAll(urls.Select(url => Task.Run(() => GetAsync(url))));
}
