// Drain hands the full list out and puts a new one in its place: after the swap nobody else can reach the old list. difficulty: hard
namespace Cases.U438;

public sealed record AuditEvent(DateTime At, string Text);

public sealed class AuditBuffer(Func<IReadOnlyList<AuditEvent>, Task> store)
{
    private readonly Lock _gate = new();
    private List<AuditEvent> _events = [];

    public void Add(string text)
    {
        var entry = new AuditEvent(DateTime.UtcNow, text);
        lock (_gate)
        {
            _events.Add(entry);
        }
    }

    public async Task FlushAsync()
    {
        var full = Drain();
        if (full.Count > 0)
        {
            full.Sort((left, right) => left.At.CompareTo(right.At));
            await store(full);
        }
    }

    private List<AuditEvent> Drain()
    {
        lock (_gate)
        {
            var full = _events;
            _events = [];
            return full;
        }
    }
}
