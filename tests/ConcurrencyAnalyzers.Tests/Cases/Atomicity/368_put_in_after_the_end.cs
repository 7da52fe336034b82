namespace Cases.C368;
public sealed class Spool
{
    private readonly object _gate = new();
    private List<string> _records = new();
    private bool _closed;
    public bool Write(string record)
    {
        if (_closed)
            return false;
        lock (_gate)
        {
            _records.Add(record); // expect: CHECK_THEN_ACT
            return true;
        }
    }
    public List<string> Close()
    {
        lock (_gate)
        {
            _closed = true;
            var last = _records;
            _records = new();
            return last;
        }
    }
}
public sealed class Spool2 // volatile flag, other name
{
    private readonly Lock _gate = new();
    private readonly Dictionary<int, string> _waiting = new();
    private volatile bool _stopped;
    public bool TryAdd(int id, string text)
    {
        if (_stopped)
            return false;
        lock (_gate)
        {
            _waiting[id] = text; // expect: CHECK_THEN_ACT
        }
        return true;
    }
    public string[] Stop()
    {
        lock (_gate)
        {
            _stopped = true;
            var rest = _waiting.Values.ToArray();
            _waiting.Clear();
            return rest;
        }
    }
}
public sealed class Spool3 // state as enum, positive test
{
    private enum Phase { Open, Closed }
    private readonly object _gate = new();
    private readonly Queue<string> _orders = new();
    private Phase _phase;
    public void Take(string order)
    {
        if (_phase == Phase.Open)
        {
            lock (_gate)
                _orders.Enqueue(order); // expect: CHECK_THEN_ACT
        }
    }
    public int EndDay()
    {
        lock (_gate)
        {
            _phase = Phase.Closed;
            var n = _orders.Count;
            _orders.Clear();
            return n;
        }
    }
}
public sealed class Spool4 // semaphore
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly List<string> _subscribers = new();
    private bool _completed;
    public async Task<bool> SubscribeAsync(string name)
    {
        if (_completed) return false;
        await _gate.WaitAsync();
        try { _subscribers.Add(name); } // expect: CHECK_THEN_ACT
        finally { _gate.Release(); }
        return true;
    }
    public async Task CompleteAsync()
    {
        await _gate.WaitAsync();
        try
        {
            _completed = true;
            foreach (var s in _subscribers) Console.WriteLine(s);
            _subscribers.Clear();
        }
        finally { _gate.Release(); }
    }
}
