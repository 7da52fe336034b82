using System.Collections.Generic;

namespace RealCode337;

public readonly struct Batch(string[] items, int count)
{
    private readonly string[] _items = items;
    private readonly int _count = count;

    public IEnumerable<string> Items()
    {
        for (var i = 0; i < _count; i++)
            yield return _items[i];
    }
}

public abstract class Reader
{
    private readonly object _collecting = new();
    private readonly string[] _batch = new string[64];
    private readonly List<string> _names = [];

    public void Add(string name)
    {
        lock (_collecting)
            _names.Add(name);
    }

    public Batch Collect()
    {
        lock (_collecting)
            return Process(_names.Count);
    }

    public void Reset()
    {
        lock (_collecting)
            _batch[0] = "";
    }

    private Batch Process(int count)
    {
        var batch = Fill(count);
        return batch;
    }

    private Batch Fill(int count)
    {
        var used = 0;
        for (var i = 0; i < count; i++)
            _batch[used++] = _names[i];
        return used > 0 ? new Batch(_batch, used) : default; // expect: ESCAPES_LOCK
    }
}
