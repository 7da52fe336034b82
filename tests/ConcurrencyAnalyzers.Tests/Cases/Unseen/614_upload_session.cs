// Upload sessions are kept in a guarded table; a sweep loop closes the abandoned ones.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U614;

public interface IUploadBackend
{
    Task AbortAsync(string uploadId);
}

public sealed class UploadSession
{
    public UploadSession(string id, DateTime started)
    {
        Id = id;
        Started = started;
    }

    public string Id { get; }

    public DateTime Started { get; }
}

public sealed class UploadSessionManager
{
    private readonly object _sync = new();
    private readonly Dictionary<string, UploadSession> _sessions = new();
    private readonly IUploadBackend _backend;
    private readonly Task _sweep;

    public UploadSessionManager(IUploadBackend backend, CancellationToken stop)
    {
        _backend = backend;
        _sweep = Task.Run(() => SweepLoopAsync(stop), CancellationToken.None);
    }

    public Task Completion => _sweep;

    public UploadSession Begin()
    {
        var session = new UploadSession(Guid.NewGuid().ToString("N"), DateTime.UtcNow);
        lock (_sync)
        {
            _sessions.Add(session.Id, session);
        }

        return session;
    }

    public bool Complete(string id)
    {
        lock (_sync)
        {
            return _sessions.Remove(id);
        }
    }

    private async Task SweepLoopAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await SweepAsync(DateTime.UtcNow.AddHours(-1));
            await Task.Delay(TimeSpan.FromMinutes(1), CancellationToken.None);
        }
    }

    private async Task SweepAsync(DateTime limit)
    {
        UploadSession[] abandoned;
        lock (_sync)
        {
            abandoned = _sessions.Values.Where(s => s.Started < limit).ToArray();
        }

        foreach (var session in abandoned)
        {
            await _backend.AbortAsync(session.Id);
            _sessions.Remove(session.Id); // expect: INCONSISTENT_LOCK
        }
    }
}
