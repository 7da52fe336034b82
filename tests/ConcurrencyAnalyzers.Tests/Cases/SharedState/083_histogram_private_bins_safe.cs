// Every thread counts into its own bins.
namespace Cases.S083;

public static class Histogram
{
    public static int[] Count(byte[] pixels)
    {
        var bins = new int[256];
        Parallel.For(0, pixels.Length,
            () => new int[256],
            (i, _, own) =>
            {
                own[pixels[i]]++;
                return own;
            },
            own =>
            {
                lock (bins)
                {
                    for (int b = 0; b < own.Length; b++)
                    {
                        bins[b] += own[b];
                    }
                }
            });
        return bins;
    }
}
