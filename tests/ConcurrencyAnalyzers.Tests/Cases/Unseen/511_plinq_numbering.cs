// The PLINQ selector increments a captured local on several threads: numbers repeat. difficulty: easy
namespace Cases.U511;

public static class InvoiceNumbering
{
    public static List<string> Number(IEnumerable<string> customers, int first)
    {
        int next = first;
        return customers
            .AsParallel()
            .Where(customer => customer.Length > 0)
            .Select(customer => $"{next++}-{customer}") // expect: RACE, CAPTURE?
            .ToList();
    }
}
