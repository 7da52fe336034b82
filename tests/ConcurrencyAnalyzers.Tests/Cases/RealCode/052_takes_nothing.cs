// The nearest wrong one: nothing tells that the caller holds the semaphore.
namespace Cases.R052;

public sealed class Recorder
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, int> _consumers = new();

    public event Func<string, Task>? Recovering;

    public async Task AddAsync(string name)
    {
        await _gate.WaitAsync();
        try
        {
            _consumers[name] = 0;
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task RemoveAsync(string name)
    {
        await _gate.WaitAsync();
        try
        {
            _consumers.Remove(name);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task RecoverAsync()
    {
        foreach (var name in _consumers.Keys.ToArray()) // expect: INCONSISTENT_LOCK
        {
            if (Recovering is { } recovering)
                await recovering(name);
            await _gate.WaitAsync();
            try
            {
                _consumers[name + "'"] = 1;
            }
            finally
            {
                _gate.Release();
            }
        }
    }
}
