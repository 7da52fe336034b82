// A count of what the runs are given: the same value comes to several of them.
namespace Cases.S584;

public static class Histograms
{
    public static int[] OfBytes(byte[] pixels)
    {
        var counts = new int[256];
        Parallel.ForEach(pixels, pixel => counts[pixel]++); // expect: RACE
        return counts;
    }

    public static int[] OfLetters(string text)
    {
        var counts = new int[65536];
        text.AsParallel().ForAll(letter => counts[letter]++); // expect: RACE
        return counts;
    }
}
