// The drawer is only opened by who holds the desk's lock. In two of its members it locks itself too; that the third does
// without is no bug, as the desk's lock is held there.
namespace Cases.L035;

internal sealed class Drawer
{
    private readonly Queue<string> _letters = new();

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
        for (; count > 0 && _letters.Count > 0; count--)
            _letters.Dequeue();
    }
}

public sealed class Desk
{
    private readonly object _gate = new();
    private readonly Drawer _drawer = new();

    public void Send(string letter)
    {
        lock (_gate)
        {
            _drawer.Put(letter);
        }
    }

    public void Drop(int count)
    {
        lock (_gate)
        {
            _drawer.Skip(count);
        }
    }

    public string[] Empty()
    {
        lock (_gate)
        {
            return _drawer.TakeAll();
        }
    }
}
