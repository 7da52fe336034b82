// The parser fills a new Invoice per line and gives it away through the channel; only the single reader changes it afterwards. difficulty: medium
using System.Globalization;
using System.Threading.Channels;

namespace Cases.U817;

public sealed class Invoice
{
    public required string Customer { get; init; }

    public decimal Net { get; set; }

    public decimal Gross { get; set; }

    public List<string> Notes { get; } = [];
}

public sealed class InvoicePipeline(Func<string, decimal> taxRateOf)
{
    private readonly Channel<Invoice> _parsed = Channel.CreateUnbounded<Invoice>();

    public async Task<decimal> RunAsync(TextReader source)
    {
        Task<decimal> pricing = Task.Run(PriceAllAsync);
        await Task.WhenAll(ParseAllAsync(source), pricing);
        return await pricing;
    }

    private async Task ParseAllAsync(TextReader source)
    {
        try
        {
            while (await source.ReadLineAsync() is { } line)
            {
                string[] cells = line.Split(';');
                var invoice = new Invoice { Customer = cells[0] };
                invoice.Net = decimal.Parse(cells[1], CultureInfo.InvariantCulture);
                if (invoice.Net < 0)
                {
                    invoice.Notes.Add("credit note");
                }
                await _parsed.Writer.WriteAsync(invoice);
            }
        }
        finally
        {
            _parsed.Writer.Complete();
        }
    }

    private async Task<decimal> PriceAllAsync()
    {
        decimal total = 0;
        await foreach (Invoice invoice in _parsed.Reader.ReadAllAsync())
        {
            AddTax(invoice);
            total += invoice.Gross;
        }
        return total;
    }

    private void AddTax(Invoice invoice)
    {
        decimal rate = taxRateOf(invoice.Customer);
        invoice.Gross = invoice.Net * (1 + rate);
        if (rate == 0)
        {
            invoice.Notes.Add("tax exempt");
        }
    }
}
