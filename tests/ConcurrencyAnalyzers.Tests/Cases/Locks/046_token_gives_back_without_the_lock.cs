// Disposing of the token is no end of the room: it lets the next one in, while others knock.
namespace Cases.L046;

public sealed class Room : IDisposable
{
    private readonly object _gate = new();
    private readonly Queue<TaskCompletionSource<IDisposable>> _knocking = new();
    private bool _isTaken;

    public Task<IDisposable> Enter()
    {
        lock (_gate)
        {
            if (!_isTaken)
            {
                _isTaken = true;
                return Task.FromResult<IDisposable>(new Token(this));
            }

            var next = new TaskCompletionSource<IDisposable>(TaskCreationOptions.RunContinuationsAsynchronously);
            _knocking.Enqueue(next);
            return next.Task;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            while (_knocking.Count != 0)
                _knocking.Dequeue().TrySetCanceled();
        }
    }

    private void Leave()
    {
        if (_knocking.Count != 0) // expect: INCONSISTENT_LOCK?
            _knocking.Dequeue().TrySetResult(new Token(this)); // expect: INCONSISTENT_LOCK
        else
            _isTaken = false;
    }

    private sealed class Token(Room room) : IDisposable
    {
        private readonly Room _room = room;

        public void Dispose() => _room.Leave();
    }
}
