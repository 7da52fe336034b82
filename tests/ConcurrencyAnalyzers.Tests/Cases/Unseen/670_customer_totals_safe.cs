// Each worker fills its own partial result; the partials are merged in localFinally under one shared lock. difficulty: medium
namespace Cases.U670;

public sealed record Invoice(string Customer, decimal Net, decimal Tax);

public sealed class CustomerTotals
{
    private readonly Dictionary<string, decimal> _gross = new(StringComparer.Ordinal);

    public int Invoices { get; private set; }

    public IReadOnlyDictionary<string, decimal> Gross => _gross;

    public CustomerTotals Add(Invoice invoice)
    {
        _gross[invoice.Customer] = _gross.GetValueOrDefault(invoice.Customer) + invoice.Net + invoice.Tax;
        Invoices++;
        return this;
    }

    public void Merge(CustomerTotals other)
    {
        foreach (var (customer, gross) in other._gross)
        {
            _gross[customer] = _gross.GetValueOrDefault(customer) + gross;
        }
        Invoices += other.Invoices;
    }
}

public static class InvoiceRollup
{
    public static CustomerTotals Sum(IReadOnlyList<Invoice> invoices)
    {
        var gate = new object();
        var totals = new CustomerTotals();
        Parallel.ForEach(
            invoices,
            () => new CustomerTotals(),
            (invoice, _, partial) => partial.Add(invoice),
            partial =>
            {
                lock (gate)
                {
                    totals.Merge(partial);
                }
            });
        return totals;
    }

    public static decimal[] GrossPerInvoice(IReadOnlyList<Invoice> invoices)
    {
        var gross = new decimal[invoices.Count];
        Parallel.For(0, invoices.Count, i => gross[i] = invoices[i].Net + invoices[i].Tax);
        return gross;
    }
}
