// Presence of chat users: heartbeats come in on many threads, a timer announces who is online.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;

namespace Cases.U607;

public sealed class Presence
{
    public Presence(string user) => User = user;

    public string User { get; }

    public long Expires { get; init; }
}

public sealed class PresenceTable
{
    private readonly object _sync = new();
    private readonly Dictionary<string, Presence> _online = new();

    public IReadOnlyCollection<Presence> Online
    {
        get
        {
            lock (_sync)
            {
                return _online.Values; // expect: ESCAPES_LOCK
            }
        }
    }

    public void Heartbeat(string user)
    {
        var presence = new Presence(user) { Expires = Environment.TickCount64 + 30_000 };
        lock (_sync)
        {
            _online[user] = presence;
        }
    }

    public void SignOff(string user)
    {
        lock (_sync)
        {
            _online.Remove(user);
        }
    }
}

public sealed class PresenceAnnouncer : IDisposable
{
    private readonly PresenceTable _table;
    private readonly Action<string> _broadcast;
    private readonly Timer _timer;

    public PresenceAnnouncer(PresenceTable table, Action<string> broadcast)
    {
        _table = table;
        _broadcast = broadcast;
        _timer = new Timer(Announce, null, 5_000, 5_000);
    }

    public void OnPacket(string user) =>
        ThreadPool.QueueUserWorkItem(_ => _table.Heartbeat(user));

    private void Announce(object? state)
    {
        var now = Environment.TickCount64;
        var users = _table.Online.Where(p => p.Expires > now).Select(p => p.User);
        _broadcast(string.Join(", ", users));
    }

    public void Dispose() => _timer.Dispose();
}
