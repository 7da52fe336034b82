// Each run gets an object of its own to collect in, or a value that nobody can change.
namespace AListForEachRunSafe;

public sealed class FrostReport
{
    public int[] Nights(double[] lows)
    {
        var all = new List<int>();
        Parallel.ForEach(
            Enumerable.Range(0, lows.Length),
            () => new List<int>(),
            (night, _, found) =>
            {
                if (lows[night] < 0)
                {
                    found.Add(night);
                }

                return found;
            },
            found =>
            {
                lock (all)
                {
                    all.AddRange(found);
                }
            });
        return [.. all];
    }

    public static HashSet<double> Distinct(double[] lows) => lows.AsParallel().Aggregate(
        () => new HashSet<double>(),
        (seen, low) =>
        {
            seen.Add(low);
            return seen;
        },
        (left, right) =>
        {
            left.UnionWith(right);
            return left;
        },
        seen => seen);

    public static double Coldest(double[] lows) => lows.AsParallel().Aggregate(
        double.MaxValue,
        (coldest, low) => Math.Min(coldest, low),
        (left, right) => Math.Min(left, right),
        coldest => coldest);
}
