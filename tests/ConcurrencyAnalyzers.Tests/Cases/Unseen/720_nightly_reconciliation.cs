// The caller adds up the comparer thread's result before it joins that thread. difficulty: medium
namespace Cases.U720;

public sealed record Booking(string Account, decimal Amount, decimal Fee);

public sealed class NightlyReconciliation
{
    private readonly Dictionary<string, decimal> _bankBalances;
    private decimal _difference;

    public NightlyReconciliation(IReadOnlyDictionary<string, decimal> bankBalances)
    {
        _bankBalances = new Dictionary<string, decimal>(bankBalances);
    }

    public decimal Run(IReadOnlyList<Booking> ledger)
    {
        _difference = 0m;
        var comparer = new Thread(() => Compare(ledger)) { Name = "reconcile" };
        comparer.Start();

        decimal fees = ledger.Sum(booking => booking.Fee);
        decimal open = fees + _difference; // expect: RACE#1
        comparer.Join();
        return Math.Round(open, 2);
    }

    private void Compare(IReadOnlyList<Booking> ledger)
    {
        foreach (IGrouping<string, Booking> account in ledger.GroupBy(booking => booking.Account))
        {
            decimal booked = account.Sum(booking => booking.Amount);
            if (_bankBalances.TryGetValue(account.Key, out decimal balance))
            {
                _difference += balance - booked; // expect: RACE#1
            }
        }
    }
}
