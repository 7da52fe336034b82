// Static state under a static lock.
namespace Cases.L028;

public sealed class TicketPrinter
{
    private static readonly object s_gate = new();
    private static int s_number;

    public int Print()
    {
        lock (s_gate)
        {
            return ++s_number;
        }
    }

    public static void Rush(int printers) => Parallel.For(0, printers, _ => new TicketPrinter().Print());
}
