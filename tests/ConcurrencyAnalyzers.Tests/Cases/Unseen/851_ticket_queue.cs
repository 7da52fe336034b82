// Where and OrderBy are deferred: the query is built under the lock but enumerates the live list after the lock is gone. difficulty: medium
namespace Cases.U851;

public enum Severity { Low, Normal, Critical }

public sealed record Ticket(int Number, Severity Severity, string? Assignee);

public interface ITicketQueue
{
    void Open(Ticket ticket);
    bool Close(int number);
    IEnumerable<Ticket> Unassigned(Severity atLeast);
}

public sealed class InMemoryTicketQueue : ITicketQueue
{
    private readonly Lock _gate = new();
    private readonly List<Ticket> _tickets = [];

    public void Open(Ticket ticket)
    {
        lock (_gate)
        {
            _tickets.Add(ticket);
        }
    }

    public bool Close(int number)
    {
        lock (_gate)
        {
            return _tickets.RemoveAll(t => t.Number == number) > 0;
        }
    }

    public IEnumerable<Ticket> Unassigned(Severity atLeast)
    {
        lock (_gate)
        {
            return _tickets // expect: ESCAPES_LOCK#1
                .Where(t => t.Assignee == null && t.Severity >= atLeast) // expect: ESCAPES_LOCK#1
                .OrderByDescending(t => t.Severity); // expect: ESCAPES_LOCK#1
        }
    }
}
