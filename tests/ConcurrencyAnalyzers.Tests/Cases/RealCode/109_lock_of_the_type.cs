// The nearest wrong one: the lock is the type's own, and used in its other members.
namespace Cases.R109;

public class PriorityBox
{
    private readonly object _gate = new();
    private readonly PriorityQueue<string, int> _messages = new();
    private readonly Stack<string> _putBack = new();

    public void Put(string message)
    {
        lock (_gate)
            _messages.Enqueue(message, message.Length);
    }

    public int Count
    {
        get
        {
            lock (_gate)
                return _messages.Count;
        }
    }

    public bool TryTake(out string? message)
    {
        lock (_gate)
        {
            if (_putBack.Count > 0)
            {
                message = _putBack.Pop();
                return true;
            }

            return _messages.TryDequeue(out message, out _);
        }
    }

    public void PutBack(string message) => _putBack.Push(message); // expect: INCONSISTENT_LOCK
}
