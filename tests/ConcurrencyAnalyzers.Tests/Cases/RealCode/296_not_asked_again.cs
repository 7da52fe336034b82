// The nearest wrong one: under the lock only the need is asked for again, not what others have made meanwhile.
namespace Cases.R296;

public sealed class Table
{
    public List<string> Names { get; } = new();
}

public sealed class Tables
{
    private readonly object _gate = new();
    private volatile Table? _current;

    public Table Get(bool isNeeded)
    {
        if (_current == null)
        {
            lock (_gate)
            {
                if (isNeeded || Environment.TickCount > 0)
                    _current = new Table(); // expect: LAZY_INIT
            }
        }

        return _current!;
    }

    public void Add(string name)
    {
        lock (_gate)
            _current?.Names.Add(name);
    }
}
