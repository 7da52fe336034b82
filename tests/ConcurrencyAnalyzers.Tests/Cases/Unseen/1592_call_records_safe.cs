// Groups call records by subscriber and lets the billing look at one subscriber.
namespace Cases.U1592;

public sealed record Call(string Subscriber, int Seconds, DateTime At);

public sealed class CallLedger
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Call>> _calls = [];
    private long _seconds;

    public void Append(Call call)
    {
        lock (_gate)
        {
            if (!_calls.TryGetValue(call.Subscriber, out var calls))
            {
                calls = [];
                _calls.Add(call.Subscriber, calls);
            }
            calls.Add(call);
            _seconds += call.Seconds;
        }
    }

    public string[] Subscribers()
    {
        lock (_gate)
        {
            return [.. _calls.Keys];
        }
    }

    public IReadOnlyList<Call> CallsOf(string subscriber)
    {
        lock (_gate)
        {
            if (_calls.TryGetValue(subscriber, out var calls))
            {
                return calls.ToArray();
            }
            return [];
        }
    }

    public long Seconds
    {
        get
        {
            lock (_gate)
            {
                return _seconds;
            }
        }
    }
}

public sealed class SwitchFeed(Func<Call?> next)
{
    private readonly CallLedger _ledger = new();

    public string Longest()
    {
        var reader = new Thread(Read) { IsBackground = true };
        reader.Start();

        string best = "none";
        int most = 0;
        while (reader.IsAlive)
        {
            foreach (var subscriber in _ledger.Subscribers())
            {
                int length = _ledger.CallsOf(subscriber).Sum(c => c.Seconds);
                if (length > most)
                {
                    (best, most) = (subscriber, length);
                }
            }
        }
        reader.Join();
        return $"{best} of {_ledger.Seconds}";
    }

    private void Read()
    {
        while (next() is { } call)
        {
            _ledger.Append(call);
        }
    }
}
