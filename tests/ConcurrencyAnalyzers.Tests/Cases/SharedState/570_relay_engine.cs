// A relay whose loop another object runs on a thread of its own.
using System.Threading;

namespace Workshop.W570;

public sealed class Relay
{
    private readonly object _sync = new();
    private int _passed;

    internal void Run()
    {
        for (int i = 0; i < 1000; i++)
            _passed++; // expect: INCONSISTENT_LOCK
    }

    internal void Pass()
    {
        lock (_sync)
            _passed++;
    }

    internal void Return()
    {
        lock (_sync)
            _passed--;
    }

    public int Passed
    {
        get
        {
            lock (_sync)
                return _passed;
        }
    }
}

public sealed class RelayEngine
{
    private readonly Relay _relay = new();

    public void Start() => new Thread(_relay.Run).Start();

    public void Push() => _relay.Pass();

    public void Pull() => _relay.Return();

    public int Count => _relay.Passed;
}
