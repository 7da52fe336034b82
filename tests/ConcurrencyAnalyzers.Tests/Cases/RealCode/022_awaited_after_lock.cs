// The recovery is begun under the semaphore and awaited when it has been given back.
namespace Cases.R022;

public sealed class Recorder
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, int> _queues = new();
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
        await _gate.WaitAsync();
        _gate.Release();
        await RecoverAsync();
    }

    private async Task RecoverAsync()
    {
        await Task.Delay(10);
        _queues["first"] = 1;  // expect: INCONSISTENT_LOCK
    }
}
