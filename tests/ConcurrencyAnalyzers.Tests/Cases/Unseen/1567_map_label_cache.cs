// Keeps the most recently drawn map labels and drops the oldest one when full.
namespace Cases.U1567;

public sealed record Label(string Text, int Width);

public sealed class LabelCache(int capacity, Func<string, Label> measure)
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, LinkedListNode<Label>> _nodes = [];
    private readonly LinkedList<Label> _recent = new();

    public Label Get(string text)
    {
        if (TryFind(text) is { } known)
        {
            return known;
        }

        var created = measure(text);
        _rw.EnterWriteLock();
        try
        {
            if (_nodes.TryGetValue(text, out var node))
            {
                return node.Value;
            }
            if (_nodes.Count == capacity)
            {
                var oldest = _recent.Last!;
                _recent.RemoveLast();
                _nodes.Remove(oldest.Value.Text);
            }
            _nodes[text] = _recent.AddFirst(created);
            return created;
        }
        finally
        {
            _rw.ExitWriteLock();
        }
    }

    private Label? TryFind(string text)
    {
        _rw.EnterReadLock();
        try
        {
            if (!_nodes.TryGetValue(text, out var node))
            {
                return null;
            }
            Touch(node);
            return node.Value;
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    private void Touch(LinkedListNode<Label> node)
    {
        if (_recent.First != node) // expect: INCONSISTENT_LOCK?, RACE?
        {
            _recent.Remove(node); // expect: INCONSISTENT_LOCK#1, RACE?
            _recent.AddFirst(node); // expect: INCONSISTENT_LOCK#1, RACE?
        }
    }
}

public static class MapPainter
{
    public static int Paint(string[] names)
    {
        var cache = new LabelCache(64, text => new Label(text, text.Length * 7));
        int width = 0;
        Parallel.ForEach(names, name => Interlocked.Add(ref width, cache.Get(name).Width));
        return width;
    }
}
