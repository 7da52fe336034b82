namespace Scheduling.Stealing;

public sealed class StealingDeque<T> where T : class
{
    private readonly Lock _gate = new();
    private readonly LinkedList<T> _items = new();

    public void Push(T item)
    {
        lock (_gate)
        {
            _items.AddLast(item);
        }
    }

    public T? Pop()
    {
        lock (_gate)
        {
            if (_items.Last is not { } last)
            {
                return null;
            }
            _items.RemoveLast();
            return last.Value;
        }
    }

    public T? Steal()
    {
        if (!_gate.TryEnter())
        {
            return null;
        }
        try
        {
            if (_items.First is not { } first)
            {
                return null;
            }
            _items.RemoveFirst();
            return first.Value;
        }
        finally
        {
            _gate.Exit();
        }
    }
}

public sealed class TreeSummer(int workers)
{
    public sealed record Node(long Value, Node[] Children);

    private readonly StealingDeque<Node>[] _deques = Enumerable.Range(0, workers).Select(_ => new StealingDeque<Node>()).ToArray();
    private int _outstanding;
    private long _total;

    public long Sum(Node root)
    {
        Volatile.Write(ref _outstanding, 1);
        Interlocked.Exchange(ref _total, 0);
        _deques[0].Push(root);
        var threads = new Thread[workers];
        for (int w = 0; w < workers; w++)
        {
            int id = w;
            threads[w] = new Thread(() => Loop(id));
            threads[w].Start();
        }
        foreach (Thread thread in threads)
        {
            thread.Join();
        }
        return Interlocked.Read(ref _total);
    }

    private void Loop(int id)
    {
        long local = 0;
        var spin = new SpinWait();
        while (Volatile.Read(ref _outstanding) > 0)
        {
            Node? node = _deques[id].Pop();
            for (int v = 1; node is null && v < workers; v++)
            {
                node = _deques[(id + v) % workers].Steal();
            }
            if (node is null)
            {
                spin.SpinOnce();
                continue;
            }
            local += node.Value;
            Interlocked.Add(ref _outstanding, node.Children.Length);
            foreach (Node child in node.Children)
            {
                _deques[id].Push(child);
            }
            Interlocked.Decrement(ref _outstanding);
        }
        Interlocked.Add(ref _total, local);
    }
}
