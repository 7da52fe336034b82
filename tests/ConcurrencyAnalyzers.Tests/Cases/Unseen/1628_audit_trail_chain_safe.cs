// Audit entries of many requests are numbered, linked by a checksum and written one after the other. difficulty: hard
namespace Cases.U1628;

public sealed record AuditEntry(long Number, string Text, int Link);

public sealed class SerialQueue
{
    private readonly Lock _gate = new();
    private Task _tail = Task.CompletedTask;

    public Task Enqueue(Action work)
    {
        lock (_gate)
        {
            _tail = _tail.ContinueWith(
                _ => work(),
                CancellationToken.None,
                TaskContinuationOptions.None,
                TaskScheduler.Default);
            return _tail;
        }
    }
}

public sealed class AuditTrail
{
    private readonly SerialQueue _queue = new();
    private readonly List<AuditEntry> _entries = [];
    private long _number;
    private int _link = 17;

    public Task AppendAsync(string text) => _queue.Enqueue(() => Write(text));

    public async Task<AuditEntry[]> ExportAsync()
    {
        AuditEntry[] copy = [];
        await _queue.Enqueue(() => copy = _entries.ToArray());
        return copy;
    }

    private void Write(string text)
    {
        _number++;
        _link = unchecked(_link * 31 + text.Length);
        _entries.Add(new AuditEntry(_number, text, _link));
    }
}

static class Program
{
    static async Task Main()
    {
        var trail = new AuditTrail();
        var requests = Enumerable.Range(0, 20).Select(i => Task.Run(async () =>
        {
            await trail.AppendAsync($"request {i} begins");
            await trail.AppendAsync($"request {i} ends");
        }));
        var exports = Task.Run(trail.ExportAsync);
        await Task.WhenAll(requests);
        Console.WriteLine((await exports).Length);
        foreach (var entry in await trail.ExportAsync())
        {
            Console.WriteLine(entry);
        }
    }
}
