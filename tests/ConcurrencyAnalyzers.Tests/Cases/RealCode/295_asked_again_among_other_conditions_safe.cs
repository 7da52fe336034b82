// Under the lock the task is asked for again, among other reasons to make a new one.
namespace Cases.R295;

public sealed class Refresher
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile Task? _current;

    public async Task RefreshAsync(Func<bool> isNeeded, Func<Task> refresh)
    {
        var task = _current;
        if (task != null && !isNeeded())
        {
            await task;
            return;
        }

        await _turn.WaitAsync();
        try
        {
            task = _current;
            if (task == null || (task.IsCompleted && isNeeded()) || task.IsFaulted)
            {
                task = refresh();
                _current = task;
            }
        }
        finally
        {
            _turn.Release();
        }

        await task;
    }
}
