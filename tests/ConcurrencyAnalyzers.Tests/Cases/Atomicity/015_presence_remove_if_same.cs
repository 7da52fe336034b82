// The user can come back on a new connection after the test: the new one is removed.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S015;

public sealed class Presence
{
    private readonly ConcurrentDictionary<string, Guid> _online = new();

    public void Connect(string user, Guid connection) => _online[user] = connection;

    public void Disconnect(string user, Guid connection)
    {
        if (_online.TryGetValue(user, out var current) && current == connection)
        {
            _online.TryRemove(user, out _); // expect: CHECK_THEN_ACT
        }
    }
}
