// An extension method changes the object that all iterations share.
namespace Cases.S114;

public sealed class Stats
{
    internal int Min = int.MaxValue;
    internal long Sum;
}

internal static class StatsExtensions
{
    public static void Include(this Stats stats, int value)
    {
        stats.Sum += value; // expect: RACE
        stats.Min = Math.Min(stats.Min, value); // expect: RACE
    }
}

public static class Survey
{
    public static Stats Of(IEnumerable<int> values)
    {
        var stats = new Stats();
        values.AsParallel().ForAll(stats.Include);
        return stats;
    }
}
