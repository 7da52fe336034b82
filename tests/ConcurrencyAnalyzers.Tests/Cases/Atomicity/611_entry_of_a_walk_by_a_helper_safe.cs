// The helper takes out that very entry; or looks at what it took out, or hands it out; or the key alone decides; or no other value comes.
using System.Collections.Concurrent;

namespace Cases.A611;

public sealed class TicketBook(Action<DateTime> report)
{
    private readonly ConcurrentDictionary<string, DateTime> _tickets = new();
    private readonly ConcurrentDictionary<string, DateTime> _births = new();

    public void Renew(string holder)
    {
        _tickets[holder] = DateTime.UtcNow.AddMinutes(1);
        _births.TryAdd(holder, DateTime.UtcNow);
    }

    public int DropExpired()
    {
        var dropped = 0;
        foreach (var ticket in _tickets)
            if (ticket.Value < DateTime.UtcNow && Drop(ticket))
                dropped++;
        return dropped;
    }

    public void TellExpired()
    {
        foreach (var ticket in _tickets)
            if (ticket.Value < DateTime.UtcNow && Tell(ticket.Key))
                report(DateTime.UtcNow);
    }

    public void TakeExpired()
    {
        foreach (var ticket in _tickets)
            if (ticket.Value < DateTime.UtcNow && Take(ticket.Key, out var until))
                report(until);
    }

    public int DropAllOf(string prefix)
    {
        var dropped = 0;
        foreach (var ticket in _tickets)
            if (ticket.Key.StartsWith(prefix, StringComparison.Ordinal) && Drop(ticket.Key))
                dropped++;
        return dropped;
    }

    public int DropOld()
    {
        var dropped = 0;
        foreach (var birth in _births)
            if (birth.Value < DateTime.UtcNow.AddDays(-1) && _births.TryRemove(birth.Key, out _))
                dropped++;
        return dropped;
    }

    private bool Drop(string holder) => _tickets.TryRemove(holder, out _);

    private bool Drop(KeyValuePair<string, DateTime> ticket) => _tickets.TryRemove(ticket);

    private bool Take(string holder, out DateTime until) => _tickets.TryRemove(holder, out until);

    private bool Tell(string holder)
    {
        if (!_tickets.TryRemove(holder, out var until))
            return false;
        report(until);
        return true;
    }
}
