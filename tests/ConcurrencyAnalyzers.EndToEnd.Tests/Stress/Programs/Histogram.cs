// CONC1001: all iterations count in the same slots of an array
namespace Stress;

public static class Histogram
{
    public static int[] Count(byte[] pixels)
    {
        var bins = new int[4];
        Parallel.For(0, pixels.Length, i =>
        {
            bins[pixels[i]] += Window.Open(1);
        });
        return bins;
    }

    public static int Run()
    {
        var pixels = Enumerable.Range(0, 200_000).Select(i => (byte)(i % 4)).ToArray();
        return Rounds.Play(() => Count(pixels).All(bin => bin == 50_000));
    }
}
