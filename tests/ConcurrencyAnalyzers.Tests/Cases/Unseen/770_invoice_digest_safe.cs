// The three branches of Invoke write different properties, and the result is put together after all of them have ended. difficulty: easy
namespace Cases.U770;

public sealed record Invoice(string Customer, DateOnly Due, decimal Amount, bool Paid);

public sealed class InvoiceDigest
{
    public decimal Outstanding { get; private set; }

    public IReadOnlyList<string> LatePayers { get; private set; } = [];

    public ILookup<int, Invoice>? ByMonth { get; private set; }

    public static InvoiceDigest Create(IReadOnlyList<Invoice> invoices, DateOnly today)
    {
        var digest = new InvoiceDigest();
        Parallel.Invoke(
            () => digest.Outstanding = invoices.Where(invoice => !invoice.Paid).Sum(invoice => invoice.Amount),
            () => digest.LatePayers = digest.FindLate(invoices, today),
            () => digest.ByMonth = invoices.ToLookup(invoice => invoice.Due.Month));
        return digest;
    }

    public override string ToString() =>
        $"{Outstanding:C} outstanding, {LatePayers.Count} late, {ByMonth?.Count ?? 0} months";

    private IReadOnlyList<string> FindLate(IReadOnlyList<Invoice> invoices, DateOnly today)
    {
        var late = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var invoice in invoices)
        {
            if (!invoice.Paid && invoice.Due < today)
            {
                late.Add(invoice.Customer);
            }
        }
        return [.. late];
    }
}
