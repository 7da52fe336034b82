// A session is opened by one member and used by its own connection in another; or the count is locked, or atomic.
using System.Collections.Concurrent;

namespace Cases.S266;

public sealed class Session
{
    public long Received;
    public int Errors;
    public int Retries;
}

public sealed class Sessions
{
    private readonly ConcurrentDictionary<string, Session> _sessions = new();

    public void Open(string id) => _sessions.TryAdd(id, new Session());

    public void Receive(string id, int length)
    {
        if (_sessions.TryGetValue(id, out var session))
        {
            session.Received += length;
        }
    }

    public void Fail(string id)
    {
        if (!_sessions.TryGetValue(id, out var session))
        {
            _sessions.TryAdd(id, new Session());
            return;
        }

        lock (session)
        {
            session.Errors++;
        }
    }

    public void Retry(string id)
    {
        if (!_sessions.TryGetValue(id, out var session))
        {
            _sessions.TryAdd(id, new Session());
            return;
        }

        Interlocked.Increment(ref session.Retries);
    }
}
