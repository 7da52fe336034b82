// Collects invoices and posts them to the ledger in batches while collecting goes on.
namespace Cases.U1569;

public sealed record Invoice(string Customer, decimal Amount);

public sealed class LedgerClient
{
    private long _cents;

    public decimal Posted => Interlocked.Read(ref _cents) / 100m;

    public async Task PostAsync(IReadOnlyCollection<Invoice> batch)
    {
        await Task.Yield();
        foreach (var invoice in batch) // expect: RACE#1
        {
            Interlocked.Add(ref _cents, (long)(invoice.Amount * 100));
        }
    }
}

public sealed class InvoicePoster(LedgerClient ledger, int batchSize)
{
    private readonly List<Invoice> _pending = [];
    private readonly List<Task> _posts = [];

    public async Task<decimal> PostAllAsync(IEnumerable<Invoice> invoices)
    {
        foreach (var invoice in invoices)
        {
            _pending.Add(invoice); // expect: RACE#1
            if (_pending.Count >= batchSize) // expect: RACE?
            {
                Flush();
            }
        }
        if (_pending.Count > 0) // expect: RACE?
        {
            Flush();
        }
        await Task.WhenAll(_posts);
        return ledger.Posted;
    }

    private void Flush()
    {
        _posts.Add(Task.Run(() => ledger.PostAsync(_pending))); // expect: RACE#1
        _pending.Clear(); // expect: RACE#1
    }
}

public static class Program
{
    public static async Task<int> Main()
    {
        var poster = new InvoicePoster(new LedgerClient(), 10);
        var invoices = Enumerable.Range(1, 95).Select(i => new Invoice($"c{i}", i));
        decimal posted = await poster.PostAllAsync(invoices);
        return posted == 95m * 96m / 2m ? 0 : 1;
    }
}
