// Parallel turns update their own slot through a local by reference.
namespace Cases.S220;

public struct Bucket { public int Hits; public long Bytes; }
public static class PerFile
{
    public static Bucket[] Build(string[] files)
    {
        var buckets = new Bucket[files.Length];
        Parallel.For(0, files.Length, i =>
        {
            ref var bucket = ref buckets[i];
            bucket.Hits++;
            bucket.Bytes += files[i].Length;
        });
        return buckets;
    }
}
