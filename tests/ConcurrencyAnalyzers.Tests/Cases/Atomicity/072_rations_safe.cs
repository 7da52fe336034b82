// Asked again in the second hold.
namespace Cases.Atomicity.S072;

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
        try
        {
            var now = _rations.GetValueOrDefault(kind);
            if (now >= wanted)
            {
                _rations[kind] = now - wanted;
            }
        }
        finally
        {
            _door.Release();
        }
    }
}
