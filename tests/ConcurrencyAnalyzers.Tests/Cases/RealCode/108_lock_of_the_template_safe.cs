// The lock is the template's own, and guards what all its heirs have to do with it; what is put back is put back by the one who takes.
namespace Cases.R108;

public abstract class Box
{
    private readonly object _gate = new();

    public int Count
    {
        get
        {
            lock (_gate)
                return CountCore;
        }
    }

    protected abstract int CountCore { get; }

    public void Put(string message)
    {
        lock (_gate)
            PutCore(message);
    }

    public bool TryTake(out string? message)
    {
        lock (_gate)
            return TryTakeCore(out message);
    }

    public void CleanUp(Box other)
    {
        while (TryTake(out var message))
            other.Put(message!);
    }

    protected abstract void PutCore(string message);

    protected abstract bool TryTakeCore(out string? message);
}

public class PriorityBox : Box
{
    private readonly PriorityQueue<string, int> _messages = new();
    private readonly Stack<string> _putBack = new();

    protected override int CountCore => _messages.Count;

    protected override void PutCore(string message) => _messages.Enqueue(message, message.Length);

    protected override bool TryTakeCore(out string? message)
    {
        if (_putBack.Count > 0)
        {
            message = _putBack.Pop();
            return true;
        }

        return _messages.TryDequeue(out message, out _);
    }

    public void PutBack(string message) => _putBack.Push(message);
}
