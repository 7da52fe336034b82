// Audit entries are buffered and taken away whole by a background flusher.
using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Cases.U574;

public sealed record AuditEntry(DateTimeOffset At, string User, string Action);

public interface IAuditStore
{
    Task WriteAsync(IReadOnlyList<AuditEntry> entries);
}

public sealed class AuditBuffer
{
    private readonly object _sync = new();
    private List<AuditEntry> _entries = new();

    public void Append(AuditEntry entry)
    {
        lock (_sync)
        {
            _entries.Add(entry);
        }
    }

    public List<AuditEntry> TakeAll()
    {
        lock (_sync)
        {
            var taken = _entries;
            _entries = new List<AuditEntry>();
            return taken;
        }
    }
}

public sealed class AuditFlusher : IAsyncDisposable
{
    private readonly AuditBuffer _buffer;
    private readonly IAuditStore _store;
    private readonly PeriodicTimer _timer = new(TimeSpan.FromSeconds(2));
    private readonly Task _loop;

    public AuditFlusher(AuditBuffer buffer, IAuditStore store)
    {
        _buffer = buffer;
        _store = store;
        _loop = Task.Run(RunAsync);
    }

    private async Task RunAsync()
    {
        while (await _timer.WaitForNextTickAsync())
        {
            await FlushAsync();
        }
    }

    private async Task FlushAsync()
    {
        var entries = _buffer.TakeAll();
        if (entries.Count == 0)
        {
            return;
        }

        entries.Sort((a, b) => a.At.CompareTo(b.At));
        await _store.WriteAsync(entries);
        entries.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _loop;
        await FlushAsync();
    }
}
