// Worker w handles the slots w, w + n, w + 2n …: no two workers ever touch the same element. difficulty: hard
namespace Cases.U310;

public sealed record Invoice(int Number, decimal Net);

public sealed class StridedTaxer(int workers)
{
    public decimal[] Gross(IReadOnlyList<Invoice> invoices, decimal rate)
    {
        var gross = new decimal[invoices.Count];
        var handled = new int[workers];
        var threads = new List<Thread>();
        for (int w = 0; w < workers; w++)
        {
            int first = w;
            var thread = new Thread(() =>
            {
                for (int i = first; i < gross.Length; i += workers)
                {
                    gross[i] = invoices[i].Net * (1 + rate);
                    handled[first]++;
                }
            });
            thread.Start();
            threads.Add(thread);
        }
        threads.ForEach(thread => thread.Join());
        return handled.Sum() == gross.Length ? gross : throw new InvalidOperationException("slots lost");
    }
}
