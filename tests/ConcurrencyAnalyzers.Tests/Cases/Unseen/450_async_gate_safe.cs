// The gate hands out a releaser; using it around check and act holds the one place of the semaphore over the await. difficulty: hard
namespace Cases.U450;

public sealed class AsyncGate
{
    private readonly SemaphoreSlim _place = new(1, 1);

    public async ValueTask<Releaser> EnterAsync()
    {
        await _place.WaitAsync();
        return new Releaser(_place);
    }

    public readonly struct Releaser(SemaphoreSlim place) : IDisposable
    {
        public void Dispose() => place.Release();
    }
}

public sealed class LicencePool(Func<string, Task<string>> activate)
{
    private readonly AsyncGate _gate = new();
    private readonly Dictionary<string, string> _keys = [];
    private int _activations;

    public async Task<string> KeyForAsync(string machine)
    {
        using (await _gate.EnterAsync())
        {
            if (!_keys.TryGetValue(machine, out var key))
            {
                key = await activate(machine);
                _keys.Add(machine, key);
                _activations++;
            }
            return key;
        }
    }

    public async Task<int> RollOutAsync(IEnumerable<string> machines)
    {
        await Task.WhenAll(machines.Select(KeyForAsync));
        using var held = await _gate.EnterAsync();
        return _activations;
    }
}
