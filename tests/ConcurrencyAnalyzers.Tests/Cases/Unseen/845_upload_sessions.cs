// Between ContainsKey and the indexer the expiry timer may remove the session, and the indexer throws KeyNotFoundException. difficulty: easy
using System.Collections.Concurrent;

namespace Cases.U845;

public sealed record UploadSession(Guid Id, string FileName, DateTime Deadline);

public sealed class UploadSessions : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Guid, UploadSession> _sessions = new();
    private readonly Timer _expiry;

    public UploadSessions()
    {
        _expiry = new Timer(_ => Expire(DateTime.UtcNow), null, 1000, 1000);
    }

    public Guid Begin(string fileName)
    {
        var session = new UploadSession(Guid.NewGuid(), fileName, DateTime.UtcNow.AddMinutes(10));
        _sessions[session.Id] = session;
        return session.Id;
    }

    public string? FileNameOf(Guid id)
    {
        if (!_sessions.ContainsKey(id)) // expect: CHECK_THEN_ACT?
        {
            return null;
        }
        return _sessions[id].FileName; // expect: CHECK_THEN_ACT
    }

    public ValueTask DisposeAsync() => _expiry.DisposeAsync();

    private void Expire(DateTime now)
    {
        foreach (var (id, session) in _sessions)
        {
            if (session.Deadline < now)
            {
                _sessions.TryRemove(id, out _);
            }
        }
    }
}
