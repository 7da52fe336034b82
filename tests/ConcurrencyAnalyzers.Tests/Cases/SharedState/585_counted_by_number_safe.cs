// Each number comes to one run; or what is done under it is a store; or the count is one step.
namespace Cases.S585;

public static class Tallies
{
    public static int[] Numbers(int count)
    {
        var seen = new int[count];
        Parallel.For(0, count, number => seen[number]++);
        Parallel.ForEach(Enumerable.Range(0, count), number => seen[number]++);
        var numbers = Enumerable.Range(0, count).ToList();
        Parallel.ForEach(numbers, number => seen[number]++);
        return seen;
    }

    public static double[] Roots(int[] slots)
    {
        var roots = new double[1000];
        Parallel.ForEach(slots, slot => roots[slot] = Math.Sqrt(slot));
        return roots;
    }

    public static int[] OfBytes(byte[] pixels)
    {
        var counts = new int[256];
        Parallel.ForEach(pixels, pixel => Interlocked.Increment(ref counts[pixel]));
        return counts;
    }
}
