// Documents number themselves from a static counter with Interlocked; each iteration writes its own array slot. difficulty: medium
namespace Cases.U686;

public sealed record Order(string Customer, decimal Net, bool Domestic);

public abstract class Document
{
    private static long s_lastNumber;

    protected Document()
    {
        Number = Interlocked.Increment(ref s_lastNumber);
    }

    public long Number { get; }

    public abstract string Render();
}

public sealed class Invoice(Order order, decimal tax) : Document
{
    public decimal Gross { get; } = order.Net + tax;

    public override string Render() => $"Invoice {Number}: {order.Customer} owes {Gross:F2}";
}

public sealed class InvoiceRun(decimal domesticRate)
{
    private readonly decimal _rate = domesticRate;

    public IReadOnlyList<Invoice> Create(IReadOnlyList<Order> orders)
    {
        var invoices = new Invoice[orders.Count];
        Parallel.For(0, orders.Count, index =>
        {
            Order order = orders[index];
            invoices[index] = new Invoice(order, TaxOf(order));
        });
        return invoices;
    }

    public string RenderAll(IReadOnlyList<Order> orders)
    {
        IEnumerable<string> pages = Create(orders)
            .OrderBy(invoice => invoice.Number)
            .Select(invoice => invoice.Render());
        return string.Join(Environment.NewLine, pages);
    }

    private decimal TaxOf(Order order) => order.Domestic ? order.Net * _rate : 0m;
}
