// Two members are left that take the lock, and one of them is Dispose: it takes the lock because others may be at work.
namespace Cases.L038;

public sealed class Turnstile : IDisposable
{
    private readonly object _gate = new();
    private readonly Queue<TaskCompletionSource> _waiting = new();

    public Task Enter()
    {
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _waiting.Enqueue(turn);
        }

        return turn.Task;
    }

    public void Next()
    {
        if (_waiting.Count != 0) // expect: INCONSISTENT_LOCK?
            _waiting.Dequeue().SetResult(); // expect: INCONSISTENT_LOCK
    }

    public void Dispose()
    {
        lock (_gate)
        {
            while (_waiting.Count != 0)
                _waiting.Dequeue().TrySetCanceled();
        }
    }
}
