// AsSequential ends the parallel part: the numbering selector runs on the thread that enumerates, one after the other. difficulty: hard
namespace Cases.U512;

public static class InvoiceNumbering
{
    public static List<string> Number(IEnumerable<string> customers, int first)
    {
        int next = first;
        return customers
            .AsParallel()
            .AsOrdered()
            .Where(customer => customer.Trim().Length > 0)
            .Select(customer => customer.ToUpperInvariant())
            .AsSequential()
            .Select(customer => $"{next++}-{customer}")
            .ToList();
    }
}
