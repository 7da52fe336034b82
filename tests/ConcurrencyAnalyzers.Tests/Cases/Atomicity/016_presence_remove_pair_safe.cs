// Removing the pair removes it only while it is the same.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S016;

public sealed class Presence
{
    private readonly ConcurrentDictionary<string, Guid> _online = new();

    public void Connect(string user, Guid connection) => _online[user] = connection;

    public void Disconnect(string user, Guid connection) => _online.TryRemove(new KeyValuePair<string, Guid>(user, connection));

    public void Forget(string user)
    {
        if (_online.ContainsKey(user))
            _online.TryRemove(user, out _);
    }
}
