// The ContainsKey test only saves making the object; TryAdd alone decides who gets the name. difficulty: medium
using System.Collections.Concurrent;

namespace Cases.U532;

public sealed record Session(string User, DateTime Since);

public sealed class SessionTable
{
    private readonly ConcurrentDictionary<string, Session> _sessions = new();

    public bool Login(string user)
    {
        if (_sessions.ContainsKey(user))
        {
            return false;
        }
        return _sessions.TryAdd(user, new Session(user, DateTime.UtcNow));
    }

    public Session Touch(string user) =>
        _sessions.AddOrUpdate(
            user,
            name => new Session(name, DateTime.UtcNow),
            (_, old) => old with { Since = DateTime.UtcNow });

    public bool Logout(string user) => _sessions.TryRemove(user, out _);
}
