// Each task enumerates an iterator of its own, but all of them run its body over the one field of the sequence. difficulty: hard
namespace Cases.U313;

public sealed class InvoiceNumbers(int first)
{
    private int _next = first;

    public IEnumerable<string> Issue(string branch, int count)
    {
        for (int i = 0; i < count; i++)
        {
            yield return $"{branch}-{_next++}"; // expect: RACE
        }
    }
}

public static class BillingRun
{
    public static async Task<string[]> NumberAsync(IReadOnlyDictionary<string, int> invoicesByBranch)
    {
        var numbers = new InvoiceNumbers(1000);
        var issued = await Task.WhenAll(invoicesByBranch.Select(branch =>
            Task.Run(() => numbers.Issue(branch.Key, branch.Value).ToArray())));
        return issued.SelectMany(list => list).ToArray();
    }
}
