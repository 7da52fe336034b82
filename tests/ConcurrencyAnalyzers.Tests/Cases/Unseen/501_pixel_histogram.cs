// Disjoint rows, but all workers add into the same 256 bins: the element increments collide. difficulty: easy
namespace Cases.U501;

public static class PixelHistogram
{
    public static int[] Build(byte[][] rows)
    {
        var bins = new int[256];
        Parallel.For(0, rows.Length, y =>
        {
            foreach (byte value in rows[y])
            {
                bins[value]++; // expect: RACE
            }
        });
        return bins;
    }
}
