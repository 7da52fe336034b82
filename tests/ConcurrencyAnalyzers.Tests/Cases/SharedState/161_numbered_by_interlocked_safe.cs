// The base constructor takes the next number in one step; objects are made side by side.
namespace Cases.S161;

public abstract class Numbered
{
    private static int s_last;

    protected Numbered() => Number = Interlocked.Increment(ref s_last);

    public int Number { get; }
}

public sealed class Ticket(string holder) : Numbered
{
    public string Holder { get; } = holder;
}

public static class TicketDesk
{
    public static Ticket[] Sell(IReadOnlyList<string> holders)
    {
        var tickets = new Ticket[holders.Count];
        Parallel.For(0, holders.Count, i => tickets[i] = new Ticket(holders[i]));
        return tickets;
    }
}
