// Two wrong uses of CompareExchange: one retries with a sum that is not computed anew, the other never retries at all. difficulty: hard
namespace Cases.U373;

public sealed class RevenueCounter
{
    private long _cents;

    public long Cents => Interlocked.Read(ref _cents);

    public void Add(long amount)
    {
        long sum = Interlocked.Read(ref _cents) + amount; // expect: NON_ATOMIC#1, RACE?
        long seen;
        do
        {
            seen = Interlocked.Read(ref _cents); // expect: NON_ATOMIC#1, RACE?
        }
        while (Interlocked.CompareExchange(ref _cents, sum, seen) != seen); // expect: NON_ATOMIC#1, RACE?
    }

    public void Refund(long amount)
    {
        long seen = Interlocked.Read(ref _cents); // expect: NON_ATOMIC#2, RACE?
        Interlocked.CompareExchange(ref _cents, seen - amount, seen); // expect: NON_ATOMIC#2, RACE?
    }

    public static long Settle(IEnumerable<long> sales, IEnumerable<long> refunds)
    {
        var revenue = new RevenueCounter();
        Parallel.ForEach(sales, revenue.Add);
        Parallel.ForEach(refunds, revenue.Refund);
        return revenue.Cents;
    }
}
