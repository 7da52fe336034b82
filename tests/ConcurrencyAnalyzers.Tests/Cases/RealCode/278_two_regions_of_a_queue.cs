// The nearest wrong one: two members change the count in the queue, a third beside it.
namespace Cases.R278;

internal sealed class TaskLine
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    public async Task<int> Enqueue(Func<Task<int>> work)
    {
        await _turn.WaitAsync();
        try
        {
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }
}

public sealed class Page
{
    private readonly TaskLine _pictures = new();
    private int _taken;

    public Task<int> PictureAsync() => _pictures.Enqueue(async () =>
    {
        await Task.Delay(1);
        return _taken++;
    });

    public Task<int> PairAsync() => _pictures.Enqueue(async () =>
    {
        await Task.Delay(1);
        _taken += 2;
        return _taken;
    });

    public async Task SkipAsync()
    {
        await Task.Delay(1);
        _taken++; // expect: INCONSISTENT_LOCK
    }
}
