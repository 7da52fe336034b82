// Another customer can take the last ticket after the count was read: the number shown is then 0.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S009;

public sealed class TicketMachine
{
    private readonly ConcurrentQueue<int> _tickets = new();

    public string Draw()
    {
        if (_tickets.Count > 0)
        {
            _tickets.TryDequeue(out var ticket); // expect: CHECK_THEN_ACT
            return "number " + ticket;
        }

        return "sold out";
    }

    public void Refill(int ticket) => _tickets.Enqueue(ticket);
}
