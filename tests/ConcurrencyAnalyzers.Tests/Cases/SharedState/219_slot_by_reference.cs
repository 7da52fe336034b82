// Parallel turns update a slot through a local by reference.
namespace Cases.S219;

public struct Bucket { public int Hits; public long Bytes; }
public static class Histogram
{
    public static Bucket[] Build(IReadOnlyList<(string Key, int Size)> items)
    {
        var buckets = new Bucket[16];
        Parallel.ForEach(items, item =>
        {
            ref var bucket = ref buckets[(item.Key.GetHashCode() & 0x7fffffff) % 16];
            bucket.Hits++; // expect: RACE
            bucket.Bytes += item.Size; // expect: RACE
        });
        return buckets;
    }
}
