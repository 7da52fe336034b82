// The test only spares a call; what counts is the result of taking.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S010;

public sealed class TicketMachine
{
    private readonly ConcurrentQueue<int> _tickets = new();
    private int _drawn;

    public string Draw()
    {
        if (!_tickets.IsEmpty && _tickets.TryDequeue(out var ticket))
        {
            Interlocked.Increment(ref _drawn);
            return "number " + ticket;
        }

        return "sold out";
    }

    public int Empty()
    {
        int thrown = 0;
        while (_tickets.Count > 0)
        {
            if (_tickets.TryDequeue(out _))
                thrown++;
        }

        return thrown;
    }

    public void Refill(int ticket) => _tickets.Enqueue(ticket);
}
