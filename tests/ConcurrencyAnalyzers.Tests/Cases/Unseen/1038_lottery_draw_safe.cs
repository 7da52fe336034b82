using System.Collections.Concurrent;

namespace Lottery;

public sealed record Ticket(int Number, int[] Picks);

public sealed record Prize(Ticket Ticket, int Hits);

public sealed class Draw(int machines)
{
    private readonly ConcurrentQueue<Prize> _prizes = new();
    private readonly int[] _checked = new int[machines];

    public IReadOnlyCollection<Prize> Evaluate(IReadOnlyList<Ticket> tickets, IReadOnlySet<int> winning)
    {
        using var done = new CountdownEvent(machines);
        for (int m = 0; m < machines; m++)
        {
            ThreadPool.QueueUserWorkItem(static work =>
            {
                try
                {
                    work.Draw.Check(work.Machine, work.Tickets, work.Winning);
                }
                finally
                {
                    work.Done.Signal();
                }
            }, (Draw: this, Machine: m, Tickets: tickets, Winning: winning, Done: done), preferLocal: false);
        }
        done.Wait();

        if (_checked.Sum() != tickets.Count)
        {
            throw new InvalidOperationException("tickets were skipped");
        }
        return _prizes.OrderByDescending(p => p.Hits).ToArray();
    }

    private void Check(int machine, IReadOnlyList<Ticket> tickets, IReadOnlySet<int> winning)
    {
        int count = 0;
        for (int i = machine; i < tickets.Count; i += machines)
        {
            int hits = tickets[i].Picks.Count(winning.Contains);
            if (hits >= 3)
            {
                _prizes.Enqueue(new Prize(tickets[i], hits));
            }
            count++;
        }
        _checked[machine] = count;
    }
}

public static class Program
{
    public static void Main()
    {
        var random = new Random(1);
        var tickets = Enumerable.Range(0, 10_000)
            .Select(n => new Ticket(n, Enumerable.Range(0, 6).Select(_ => random.Next(1, 46)).ToArray()))
            .ToList();
        var winning = new HashSet<int> { 3, 9, 17, 22, 31, 40 };
        foreach (Prize prize in new Draw(4).Evaluate(tickets, winning).Take(10))
        {
            Console.WriteLine($"{prize.Ticket.Number}: {prize.Hits}");
        }
    }
}
