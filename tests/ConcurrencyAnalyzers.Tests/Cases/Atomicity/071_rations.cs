// Between the two holds of the semaphore others take rations too.
namespace Cases.Atomicity.S071;

public sealed class RationStore(Func<string, Task<bool>> approve)
{
    private readonly SemaphoreSlim _door = new(1, 1);
    private readonly Dictionary<string, int> _rations = new();

    public async Task TakeAsync(string kind, int wanted)
    {
        await _door.WaitAsync();
        var there = _rations.GetValueOrDefault(kind);
        _door.Release();
        if (there < wanted || !await approve(kind))
        {
            return;
        }
        await _door.WaitAsync();
        _rations[kind] = there - wanted; // expect: CHECK_THEN_ACT
        _door.Release();
    }
}
