// The member gives the semaphore back before it takes it: it can only have it from its caller.
namespace Cases.R051;

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

    internal async Task RecoverAsync(bool isGateHeld)
    {
        if (!isGateHeld)
            throw new InvalidOperationException("the gate must be held");
        foreach (var name in _consumers.Keys.ToArray())
        {
            try
            {
                _gate.Release();
                if (Recovering is { } recovering)
                    await recovering(name);
            }
            finally
            {
                await _gate.WaitAsync();
            }

            _consumers[name + "'"] = 1;
        }
    }
}
