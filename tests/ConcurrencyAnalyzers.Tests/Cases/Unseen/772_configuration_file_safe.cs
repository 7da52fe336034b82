// The semaphore taken in EnterAsync is released by the Releaser it returns, which every caller puts in a using. difficulty: hard
namespace Cases.U772;

public sealed class AsyncGate
{
    private readonly SemaphoreSlim _semaphore = new(1, 1);

    public async ValueTask<Releaser> EnterAsync(CancellationToken cancel = default)
    {
        await _semaphore.WaitAsync(cancel);
        return new Releaser(_semaphore);
    }

    public readonly struct Releaser(SemaphoreSlim semaphore) : IDisposable
    {
        public void Dispose() => semaphore.Release();
    }
}

public sealed class ConfigurationFile(string path)
{
    private readonly AsyncGate _gate = new();
    private string? _cached;
    private int _version;

    public async Task<string> ReadAsync(CancellationToken cancel)
    {
        using (await _gate.EnterAsync(cancel))
        {
            return _cached ??= await File.ReadAllTextAsync(path, cancel);
        }
    }

    public async Task<int> WriteAsync(string text)
    {
        using AsyncGate.Releaser held = await _gate.EnterAsync();
        await File.WriteAllTextAsync(path, text);
        _cached = text;
        return ++_version;
    }
}
