// The lock is an object of another collection's: it keeps nobody out of this one.
using System.Collections;

namespace Cases.R016;

public sealed class Sessions
{
    private readonly Dictionary<string, DateTime> _sessions = new();
    private readonly Dictionary<string, DateTime> _closed = new();
    private readonly object _sync;
    private readonly object _other;
    private readonly System.Timers.Timer _sweeper;

    public Sessions()
    {
        _sync = ((ICollection)_sessions).SyncRoot;
        _other = ((ICollection)_closed).SyncRoot;
        _sweeper = new(60_000);
        _sweeper.Elapsed += (_, _) => Sweep();
        _sweeper.Start();
    }

    public void Add(string id)
    {
        lock (_sync)
            _sessions[id] = DateTime.UtcNow;
    }

    public string[] Ids()
    {
        lock (_sync)
            return _sessions.Keys.ToArray();
    }

    private void Sweep()
    {
        lock (_other)
            _sessions.Remove("oldest");  // expect: INCONSISTENT_LOCK
    }
}
