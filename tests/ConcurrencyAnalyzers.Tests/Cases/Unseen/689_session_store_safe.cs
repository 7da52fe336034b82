// All uses of the plain dictionary happen while the async mutex is held, the helper's callers included. difficulty: medium
namespace Cases.U689;

public sealed record Session(Guid Id, string User, DateTime ExpiresAt);

public sealed class SessionStore(TimeSpan lifetime)
{
    private readonly SemaphoreSlim _mutex = new(1, 1);
    private readonly Dictionary<Guid, Session> _sessions = new();

    public async Task<Session> OpenAsync(string user, CancellationToken stop)
    {
        await _mutex.WaitAsync(stop);
        try
        {
            DropExpired(DateTime.UtcNow);
            var session = new Session(Guid.NewGuid(), user, DateTime.UtcNow + lifetime);
            _sessions.Add(session.Id, session);
            return session;
        }
        finally
        {
            _mutex.Release();
        }
    }

    public async Task<Session?> TouchAsync(Guid id, CancellationToken stop)
    {
        await _mutex.WaitAsync(stop);
        try
        {
            DateTime now = DateTime.UtcNow;
            if (!_sessions.TryGetValue(id, out Session? session) || session.ExpiresAt <= now)
            {
                return null;
            }
            session = session with { ExpiresAt = now + lifetime };
            _sessions[id] = session;
            return session;
        }
        finally
        {
            _mutex.Release();
        }
    }

    public async Task<int> CountAsync(CancellationToken stop)
    {
        await _mutex.WaitAsync(stop);
        try
        {
            DropExpired(DateTime.UtcNow);
            return _sessions.Count;
        }
        finally
        {
            _mutex.Release();
        }
    }

    private void DropExpired(DateTime now)
    {
        Guid[] dead = _sessions.Values.Where(s => s.ExpiresAt <= now).Select(s => s.Id).ToArray();
        foreach (Guid id in dead)
        {
            _sessions.Remove(id);
        }
    }
}
