// The task is handed on as a ValueTask; who awaits that has waited for the task.
namespace Cases.R013;

public sealed class Inbox
{
    private readonly Queue<string> _letters = new();
    private int _taken;

    public async Task<int> TakeAllAsync(int count)
    {
        while (_taken < count)
            await TakeAsync();
        return _taken;
    }

    private ValueTask<string?> TakeAsync() => new(Task.Run(() =>
    {
        _taken++;
        return _letters.Count > 0 ? _letters.Dequeue() : null;
    }));
}
