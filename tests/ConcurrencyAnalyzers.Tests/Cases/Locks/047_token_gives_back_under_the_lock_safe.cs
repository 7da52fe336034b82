// The token gives back under the lock; what it holds itself it clears without, as nobody else has it.
namespace Cases.L047;

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
        lock (_gate)
        {
            if (_knocking.Count != 0)
                _knocking.Dequeue().TrySetResult(new Token(this));
            else
                _isTaken = false;
        }
    }

    private sealed class Token(Room room) : IDisposable
    {
        private readonly Room _room = room;
        private readonly List<string> _notes = new();

        public void Note(string text) => _notes.Add(text);

        public void Dispose()
        {
            _notes.Clear();
            _room.Leave();
        }
    }
}
