// What each run should have to collect in is one object that all of them are given.
namespace OneListForAllRuns;

public sealed class FrostReport
{
    private readonly List<int> _found = [];

    public int[] Nights(double[] lows)
    {
        var all = new List<int>();
        Parallel.ForEach(
            Enumerable.Range(0, lows.Length),
            () => _found,
            (night, _, found) =>
            {
                if (lows[night] < 0)
                {
                    found.Add(night); // expect: RACE
                }

                return found;
            },
            found =>
            {
                lock (all)
                {
                    all.AddRange(found); // expect: RACE?
                }
            });
        return [.. all];
    }

    public static HashSet<double> Distinct(double[] lows) => lows.AsParallel().Aggregate(
        new HashSet<double>(),
        (seen, low) =>
        {
            seen.Add(low); // expect: RACE
            return seen;
        },
        (left, right) => left,
        seen => seen);
}
