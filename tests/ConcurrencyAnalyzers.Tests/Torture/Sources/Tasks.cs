namespace Torture.Tasks;

public sealed class Downloader(HttpClient client) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Dictionary<string, Task<string>> _cache = [];
    private int _done;

    public event EventHandler<string>? Done;

    public async Task<int> AllAsync(IEnumerable<string> urls, CancellationToken cancellation = default)
    {
        var total = 0;
        var tasks = urls.Select(async url =>
        {
            await _gate.WaitAsync(cancellation).ConfigureAwait(false);
            try
            {
                total += (await OneAsync(url)).Length;
                _done++;
            }
            finally
            {
                _gate.Release();
            }
        }).ToArray();
        await Task.WhenAll(tasks);
        Task.Run(() => total++);
        _ = Task.Factory.StartNew(() => Done?.Invoke(this, "end"), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        OneAsync("x");
        return total + OneAsync("y").Result.Length;
    }

    private async Task<string> OneAsync(string url)
    {
        if (!_cache.TryGetValue(url, out var running))
            _cache[url] = running = client.GetStringAsync(url);
        return await running;
    }

    public async void Fire() => await Task.Delay(1);

    public async ValueTask DisposeAsync()
    {
        await foreach (var item in Items())
            Console.WriteLine(item);
        _gate.Dispose();
    }

    private async IAsyncEnumerable<int> Items()
    {
        for (var i = 0; i < _done; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }
}
