// Static state under an instance lock: every object has its own.
namespace Cases.L027;

public sealed class TicketPrinter
{
    private static int s_number;
    private readonly object _gate = new();

    public int Print()
    {
        lock (_gate)
        {
            return ++s_number; // expect: RACE, INCONSISTENT_LOCK?
        }
    }

    public static void Rush(int printers) => Parallel.For(0, printers, _ => new TicketPrinter().Print());
}
