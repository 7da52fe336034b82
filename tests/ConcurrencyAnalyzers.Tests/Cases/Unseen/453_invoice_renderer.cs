// One StringBuilder field serves all renderings, which run at once and await between their lines: invoices get mixed. difficulty: medium
using System.Text;

namespace Cases.U453;

public sealed record Invoice(int Number, string Customer, decimal Amount);

public sealed class InvoiceRenderer(Func<string, Task<string>> loadTemplate)
{
    private readonly StringBuilder _page = new();

    public Task<string[]> RenderAllAsync(IEnumerable<Invoice> invoices) =>
        Task.WhenAll(invoices.Select(RenderAsync));

    private async Task<string> RenderAsync(Invoice invoice)
    {
        _page.Clear(); // expect: RACE#1
        _page.AppendLine(await loadTemplate("header")); // expect: RACE#1
        _page.AppendLine($"{invoice.Number} {invoice.Customer} {invoice.Amount:F2}"); // expect: RACE#1
        _page.Append(await loadTemplate("footer")); // expect: RACE#1
        return _page.ToString(); // expect: RACE#1
    }
}
