// Iterations share the bins: the index comes from the data, not from the iteration.
namespace Cases.S082;

public static class Histogram
{
    public static int[] Count(byte[] pixels)
    {
        var bins = new int[256];
        Parallel.For(0, pixels.Length, i =>
        {
            bins[pixels[i]]++; // expect: RACE
        });
        return bins;
    }
}
