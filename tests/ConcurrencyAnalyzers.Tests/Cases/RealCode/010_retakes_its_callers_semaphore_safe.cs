// The callee gives its caller's semaphore back while foreign code runs, and takes it again: when it returns, the caller has it.
namespace Cases.R010;

public sealed class Recorder
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, int> _queues = new();

    public event Func<string, Task>? Failed;

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

    public async Task RemoveAsync(string name)
    {
        await _gate.WaitAsync();
        try
        {
            _queues.Remove(name);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async Task RecoverAsync()
    {
        await _gate.WaitAsync();
        try
        {
            await RecoverAllAsync();
            _queues.Clear();
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task RecoverAllAsync()
    {
        foreach (var name in _queues.Keys.ToArray())
        {
            try
            {
                await Task.Delay(name.Length);
            }
            catch (Exception)
            {
                _gate.Release();
                try
                {
                    if (Failed is { } failed)
                        await failed(name);
                }
                finally
                {
                    await _gate.WaitAsync();
                }
            }
        }
    }
}
