// Two first callers can each create a spool; tickets and jobs of one of them are lost. difficulty: easy
using System.Collections.Concurrent;

namespace Cases.U637;

public sealed record PrintJob(int Ticket, string Document);

public sealed class PrintSpool
{
    private static PrintSpool? s_instance;

    private readonly ConcurrentQueue<PrintJob> _jobs = new();
    private int _lastTicket;

    private PrintSpool()
    {
    }

    public static PrintSpool Instance => s_instance ??= new PrintSpool(); // expect: LAZY_INIT, RACE?

    public int Pending => _jobs.Count;

    public int Submit(string document)
    {
        int ticket = Interlocked.Increment(ref _lastTicket);
        _jobs.Enqueue(new PrintJob(ticket, document));
        return ticket;
    }

    public bool TryTake(out PrintJob? job) => _jobs.TryDequeue(out job);
}

public static class NightlyPrint
{
    public static int Run(IEnumerable<string> invoices)
    {
        Parallel.ForEach(invoices, invoice => PrintSpool.Instance.Submit(invoice));
        return PrintSpool.Instance.Pending;
    }
}
