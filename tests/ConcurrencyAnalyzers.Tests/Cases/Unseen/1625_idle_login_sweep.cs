// Logins are renewed by requests and swept by a timer when they have been idle for too long. difficulty: hard
using System.Collections.Concurrent;

namespace Cases.U1625;

public sealed record Login(string User, long LastSeen);

public sealed class LoginTable
{
    private readonly ConcurrentDictionary<string, Login> _logins = new();

    public string Open(string user, long now)
    {
        var token = Guid.NewGuid().ToString("N");
        _logins.TryAdd(token, new Login(user, now));
        return token;
    }

    public bool Touch(string token, long now)
    {
        while (_logins.TryGetValue(token, out var login))
        {
            if (_logins.TryUpdate(token, login with { LastSeen = now }, login))
            {
                return true;
            }
        }
        return false;
    }

    public int RemoveIdle(long limit)
    {
        int removed = 0;
        foreach (var (token, login) in _logins)
        {
            if (login.LastSeen < limit && Evict(token)) // expect: CHECK_THEN_ACT#1
            {
                removed++;
            }
        }
        return removed;
    }

    private bool Evict(string token) => _logins.TryRemove(token, out _); // expect: CHECK_THEN_ACT#1
}

public sealed class LoginService : IDisposable
{
    private readonly LoginTable _table = new();
    private readonly Timer _sweeper;
    private readonly long _idleMilliseconds;

    public LoginService(TimeSpan idle)
    {
        _idleMilliseconds = (long)idle.TotalMilliseconds;
        _sweeper = new Timer(_ => _table.RemoveIdle(Environment.TickCount64 - _idleMilliseconds), null, idle, idle);
    }

    public string SignIn(string user) => _table.Open(user, Environment.TickCount64);

    public bool Authorize(string token) => _table.Touch(token, Environment.TickCount64);

    public void Dispose() => _sweeper.Dispose();
}
