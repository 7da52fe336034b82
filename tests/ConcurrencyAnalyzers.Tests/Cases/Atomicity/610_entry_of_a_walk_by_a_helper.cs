// What is removed because of its value may be another value by then, whoever does the removing.
using System.Collections.Concurrent;

namespace Cases.A610;

public sealed class TicketTable
{
    private readonly ConcurrentDictionary<string, DateTime> _tickets = new();

    public void Renew(string holder) => _tickets[holder] = DateTime.UtcNow.AddMinutes(1);

    public int DropExpired()
    {
        var dropped = 0;
        foreach (var ticket in _tickets)
        {
            if (ticket.Value < DateTime.UtcNow && Drop(ticket.Key)) // expect: CHECK_THEN_ACT
                dropped++;
        }

        return dropped;
    }

    public void Forget(DateTime before)
    {
        foreach (var (holder, until) in _tickets)
        {
            if (until < before)
                Drop(holder); // expect: CHECK_THEN_ACT
        }
    }

    public bool DropIfExpired(string holder)
    {
        if (_tickets.TryGetValue(holder, out var until) && until < DateTime.UtcNow)
            return Drop(holder); // expect: CHECK_THEN_ACT
        return false;
    }

    private bool Drop(string holder) => _tickets.TryRemove(holder, out _);
}
