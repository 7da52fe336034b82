// The whole recovery is awaited under the semaphore; that the helper calls a delegate of another object's changes nothing.
namespace Cases.R021;

public sealed class Filter
{
    public Func<string, bool>? Keep { get; set; }
}

public sealed class Recorder
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, int> _queues = new();
    private readonly Filter _filter = new();
    private Task? _recovery;

    public void Begin() => _recovery = Task.Run(RepeatAsync);

    public async Task AddAsync(string name)
    {
        await _gate.WaitAsync();
        try
        {
            _queues[name] = 0;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task RepeatAsync()
    {
        while (!await TryRecoverAsync())
            await Task.Delay(100);
    }

    private async Task<bool> TryRecoverAsync()
    {
        await _gate.WaitAsync();
        try
        {
            await RecoverAsync();
            return true;
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task RecoverAsync()
    {
        foreach (var name in _queues.Keys.Where(name => _filter.Keep?.Invoke(name) ?? true).ToArray())
        {
            await Task.Delay(name.Length);
            _queues[name] = 1;
        }
    }
}
