// The reaper looks at a session and then removes whatever is stored under its id: a session renewed in between is thrown out. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U403;

public sealed record Session(string User, DateTime LastSeen);

public sealed class SessionStore : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Guid, Session> _sessions = new();
    private readonly TimeSpan _lifetime;
    private readonly Timer _reaper;

    public SessionStore(TimeSpan lifetime)
    {
        _lifetime = lifetime;
        _reaper = new Timer(_ => Reap(), null, lifetime, lifetime);
    }

    public void SignIn(Guid id, string user) => _sessions[id] = new Session(user, DateTime.UtcNow);

    private void Reap()
    {
        var limit = DateTime.UtcNow - _lifetime;
        foreach (var id in _sessions.Keys)
        {
            if (_sessions.TryGetValue(id, out var session) && session.LastSeen < limit)
            {
                _sessions.TryRemove(id, out _); // expect: CHECK_THEN_ACT
            }
        }
    }

    public ValueTask DisposeAsync() => _reaper.DisposeAsync();
}
