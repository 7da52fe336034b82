// A queue locks itself in every member. That some callers hold a lock of their own as well makes no difference to it, even if
// that lock has no name here.
namespace Cases.L034;

internal sealed class Outbox
{
    private readonly Queue<string> _letters = new();

    public int Count
    {
        get
        {
            lock (_letters)
            {
                return _letters.Count;
            }
        }
    }

    public void Put(string letter)
    {
        lock (_letters)
        {
            _letters.Enqueue(letter);
        }
    }

    public string[] TakeAll()
    {
        lock (_letters)
        {
            var all = _letters.ToArray();
            _letters.Clear();
            return all;
        }
    }

    public void Skip(int count)
    {
        for (; count > 0 && _letters.Count > 0; count--) // expect: INCONSISTENT_LOCK?
            _letters.Dequeue(); // expect: INCONSISTENT_LOCK
    }
}

public sealed class PostOffice
{
    private readonly object _counter = new();
    private readonly Outbox _outbox = new();

    public void Send(string letter) => _outbox.Put(letter);

    public void Drop(int count) => _outbox.Skip(count);

    public string[] Empty()
    {
        lock (_counter)
        {
            return _outbox.Count == 0 ? [] : _outbox.TakeAll();
        }
    }
}
