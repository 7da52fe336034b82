// Two members of the partial class hold the lock; End, in the other part, forgets it. difficulty: easy
namespace Cases.U347;

public sealed record Session(Guid Id, string User);

public sealed partial class SessionTable
{
    private readonly object _sync = new();
    private readonly Dictionary<Guid, Session> _sessions = [];

    public Session Begin(string user)
    {
        var session = new Session(Guid.NewGuid(), user);
        lock (_sync)
        {
            _sessions.Add(session.Id, session);
        }
        return session;
    }

    public Session? Find(Guid id)
    {
        lock (_sync)
        {
            return _sessions.GetValueOrDefault(id);
        }
    }
}

public sealed partial class SessionTable
{
    public bool End(Guid id) => _sessions.Remove(id); // expect: INCONSISTENT_LOCK, RACE?
}
