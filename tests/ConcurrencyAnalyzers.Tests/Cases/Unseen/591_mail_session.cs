// A pool of mail sessions; a timer evicts the ones that have been idle too long.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U591;

public sealed class MailSession
{
    public MailSession(string host) => Host = host;

    public string Host { get; }

    public long IdleSince { get; set; } = Environment.TickCount64;

    public Task SendAsync(string to, string body) => Task.Delay(to.Length + body.Length);
}

public sealed class MailSessionPool : IDisposable
{
    private readonly object _sync = new();
    private readonly List<MailSession> _idle = new();
    private readonly string _host;
    private readonly Timer _eviction;

    public MailSessionPool(string host)
    {
        _host = host;
        _eviction = new Timer(_ => EvictExpired(), null, 15_000, 15_000);
    }

    public async Task SendAsync(string to, string body)
    {
        var session = Rent();
        try
        {
            await session.SendAsync(to, body);
        }
        finally
        {
            Return(session);
        }
    }

    private MailSession Rent()
    {
        lock (_sync)
        {
            if (_idle.Count == 0)
            {
                return new MailSession(_host);
            }

            var last = _idle[^1];
            _idle.RemoveAt(_idle.Count - 1);
            return last;
        }
    }

    private void Return(MailSession session)
    {
        session.IdleSince = Environment.TickCount64;
        lock (_sync)
        {
            _idle.Add(session);
        }
    }

    private void EvictExpired()
    {
        var limit = Environment.TickCount64 - 60_000;
        var removed = _idle.RemoveAll(session => session.IdleSince < limit); // expect: INCONSISTENT_LOCK
        if (removed > 0)
        {
            Console.WriteLine($"{removed} sessions to {_host} dropped");
        }
    }

    public void Dispose() => _eviction.Dispose();
}
