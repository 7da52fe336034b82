// The nearest safe twins: replaced under the same hold of the lock, never changed in place, copied, or walked under the lock.
namespace Cases.S325;

public sealed class Spool
{
    private readonly object _gate = new();
    private List<string> _pending = new();

    public void Print(string slip)
    {
        lock (_gate)
            _pending.Add(slip);
    }

    public void SendPending(TextWriter office)
    {
        List<string> batch;
        lock (_gate)
        {
            batch = _pending;
            _pending = new List<string>();
        }

        foreach (var slip in batch)
            office.WriteLine(slip);
    }

    public void SendPendingByHelper(TextWriter office)
    {
        foreach (var slip in TakeAll())
            office.WriteLine(slip);
    }

    private List<string> TakeAll()
    {
        lock (_gate)
        {
            var batch = _pending;
            _pending = new List<string>();
            return batch;
        }
    }
}

public sealed class Alarms
{
    private readonly object _gate = new();
    private List<Action> _handlers = new();

    public void Add(Action handler)
    {
        lock (_gate)
            _handlers = new List<Action>(_handlers) { handler };
    }

    public void Raise()
    {
        List<Action> handlers;
        lock (_gate)
            handlers = _handlers;
        foreach (var handler in handlers)
            handler();
    }
}

public sealed class DoubleBuffer
{
    private readonly object _gate = new();
    private List<int> _front = new();
    private List<int> _back = new();

    public void Add(int value)
    {
        lock (_gate)
            _front.Add(value);
    }

    // Called by one reader.
    public int Sum()
    {
        List<int> full;
        lock (_gate)
        {
            full = _front;
            (_front, _back) = (_back, _front);
        }

        var sum = full.Sum();
        full.Clear();
        return sum;
    }
}

public sealed class Votes
{
    private readonly Lock _gate = new();
    private Dictionary<string, int>? _votes = new();

    public bool Vote(string name)
    {
        lock (_gate)
        {
            if (_votes == null)
                return false;
            _votes[name] = _votes.GetValueOrDefault(name) + 1;
            return true;
        }
    }

    public int Finish()
    {
        Dictionary<string, int>? closed;
        lock (_gate)
        {
            closed = _votes;
            _votes = null;
        }

        return closed?.Values.Sum() ?? 0;
    }
}
