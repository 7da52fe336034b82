// ContainsKey and the indexer are two atomic calls: another login can take the name in between and is overwritten. difficulty: easy
using System.Collections.Concurrent;

namespace Cases.U531;

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
        _sessions[user] = new Session(user, DateTime.UtcNow); // expect: CHECK_THEN_ACT
        return true;
    }

    public bool Logout(string user) => _sessions.TryRemove(user, out _);
}
