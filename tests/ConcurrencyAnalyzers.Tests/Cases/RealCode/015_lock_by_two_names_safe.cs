// The lock is an object of the collection's; the constructor knows it by both names, the members by one.
using System.Collections;

namespace Cases.R015;

public sealed class Sessions
{
    private readonly Dictionary<string, DateTime> _sessions = new();
    private readonly object _sync;
    private readonly System.Timers.Timer _sweeper;

    public Sessions()
    {
        _sync = ((ICollection)_sessions).SyncRoot;
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
        lock (_sync)
            _sessions.Remove("oldest");
    }
}
