// The runner calls the virtual Visit from parallel workers; an override in another class adds to a plain decimal. difficulty: hard
namespace Cases.U972;

public sealed record Invoice(string Customer, decimal Open, DateOnly Due);

public abstract class ReportStep
{
    public abstract void Visit(Invoice invoice);
}

public sealed class OverdueStep(DateOnly today) : ReportStep
{
    public decimal Outstanding { get; private set; }

    public override void Visit(Invoice invoice)
    {
        if (invoice.Due < today)
        {
            Outstanding += invoice.Open; // expect: RACE
        }
    }
}

public sealed class ReportRunner(IReadOnlyList<ReportStep> steps)
{
    public void Run(IEnumerable<Invoice> invoices) =>
        Parallel.ForEach(invoices, invoice =>
        {
            foreach (var step in steps)
            {
                step.Visit(invoice);
            }
        });
}

public static class MonthEnd
{
    public static decimal Close(IEnumerable<Invoice> invoices, DateOnly today)
    {
        var overdue = new OverdueStep(today);
        new ReportRunner([overdue]).Run(invoices);
        return overdue.Outstanding;
    }
}
