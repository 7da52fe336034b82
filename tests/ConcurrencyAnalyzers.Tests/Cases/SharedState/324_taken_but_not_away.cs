// The list is taken from its field under the lock and walked without it, while others still add to it: it is replaced only afterwards.
namespace Cases.S324;

public sealed class Spool : IDisposable
{
    private readonly object _gate = new();
    private readonly TextWriter _office;
    private readonly Thread _sender;
    private readonly ManualResetEventSlim _stop = new();
    private List<string> _pending = new();

    public Spool(TextWriter office)
    {
        _office = office;
        _sender = new Thread(SendLoop) { IsBackground = true };
        _sender.Start();
    }

    public void Print(string slip)
    {
        lock (_gate)
            _pending.Add(slip);
    }

    private void SendLoop()
    {
        while (!_stop.Wait(TimeSpan.FromSeconds(2)))
            SendPending();
    }

    private void SendPending()
    {
        List<string> batch;
        lock (_gate)
        {
            batch = _pending; // expect: ESCAPES_LOCK?
        }

        foreach (var slip in batch) // expect: RACE
            _office.WriteLine(slip);
        lock (_gate)
        {
            _pending = new List<string>(); // expect: CHECK_THEN_ACT?
        }
    }

    public void Dispose()
    {
        _stop.Set();
        _sender.Join();
    }
}

public sealed class Votes
{
    private readonly Lock _gate = new();
    private Dictionary<string, int> _votes = new();

    public void Vote(string name)
    {
        lock (_gate)
            _votes[name] = _votes.GetValueOrDefault(name) + 1;
    }

    public int Finish()
    {
        Dictionary<string, int> closed;
        lock (_gate)
            closed = _votes; // expect: ESCAPES_LOCK
        var total = closed.Values.Sum(); // expect: RACE?
        lock (_gate)
            _votes = new(); // expect: CHECK_THEN_ACT?
        return total;
    }
}

public sealed class Alarms
{
    private readonly object _gate = new();
    private readonly List<Action> _handlers = new();

    public void Add(Action handler)
    {
        lock (_gate)
            _handlers.Add(handler);
    }

    public void Raise()
    {
        List<Action> handlers;
        lock (_gate)
            handlers = _handlers; // expect: ESCAPES_LOCK
        foreach (var handler in handlers) // expect: RACE?
            handler();
    }
}

public static class Journal
{
    private static readonly SemaphoreSlim s_gate = new(1, 1);
    private static Queue<string> s_entries = new();

    public static async Task AddAsync(string entry)
    {
        await s_gate.WaitAsync();
        try
        {
            s_entries.Enqueue(entry);
        }
        finally
        {
            s_gate.Release();
        }
    }

    public static async Task FlushAsync(TextWriter target)
    {
        await s_gate.WaitAsync();
        var entries = s_entries; // expect: ESCAPES_LOCK?
        s_gate.Release();
        while (entries.TryDequeue(out var entry)) // expect: RACE
            await target.WriteLineAsync(entry);
    }
}
