namespace Blind.C1228;

public sealed class CallRecordSpool
{
    private readonly object _gate = new();
    private readonly Action<IReadOnlyList<string>> _flush;
    private List<string> _records = new();
    private volatile bool _closed;
    private DateTime? _lastWrite;

    public CallRecordSpool(Action<IReadOnlyList<string>> flush)
    {
        _flush = flush;
    }

    public bool Write(string record)
    {
        if (_closed)
        {
            return false;
        }

        lock (_gate)
        {
            if (_closed)
            {
                return false;
            }

            _records.Add(record);
            _lastWrite = DateTime.UtcNow;
            return true;
        }
    }

    public TimeSpan Idle()
    {
        DateTime? last;
        lock (_gate)
        {
            last = _lastWrite;
        }

        return DateTime.UtcNow - (last ?? DateTime.UtcNow);
    }

    public void Close()
    {
        List<string> last;
        lock (_gate)
        {
            if (_closed)
            {
                return;
            }

            _closed = true;
            last = _records;
            _records = new List<string>();
        }

        _flush(last);
    }
}

public static class Program
{
    public static void Main()
    {
        var written = 0;
        var spool = new CallRecordSpool(records => written = records.Count);
        var callers = new Thread[4];
        for (var i = 0; i < callers.Length; i++)
        {
            callers[i] = new Thread(() =>
            {
                for (var n = 0; n < 100 && spool.Write("call " + n); n++)
                {
                    Thread.Sleep(1);
                }
            });
            callers[i].Start();
        }

        while (spool.Idle() < TimeSpan.FromMilliseconds(5) && callers.Any(static c => c.IsAlive))
        {
            Thread.Sleep(5);
        }

        spool.Close();
        foreach (var caller in callers)
        {
            caller.Join();
        }

        Console.WriteLine(written);
    }
}
