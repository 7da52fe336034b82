// The aggregation keeps a seed for each partition; the merge is LINQ's.
namespace Cases.F047;

public static class Statistics
{
    public static long Sum(int[] numbers) => numbers.AsParallel()
        .Where(number => number > 0)
        .Aggregate(() => 0L, (sum, number) => sum + number, (left, right) => left + right, total => total);
}
