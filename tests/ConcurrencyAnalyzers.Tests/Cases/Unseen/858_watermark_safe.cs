// The maximum is raised with a CompareExchange loop, so a smaller value can never overwrite a larger one. difficulty: easy
namespace Cases.U858;

public sealed class Watermark
{
    private long _highest = long.MinValue;
    private int _late;

    public long Highest => Interlocked.Read(ref _highest);

    public int Late => Volatile.Read(ref _late);

    public bool Advance(long eventTime)
    {
        var seen = Interlocked.Read(ref _highest);
        while (eventTime > seen)
        {
            var before = Interlocked.CompareExchange(ref _highest, eventTime, seen);
            if (before == seen)
            {
                return true;
            }
            seen = before;
        }
        Interlocked.Increment(ref _late);
        return false;
    }
}

public sealed class PartitionReader(Watermark watermark, Func<int, IEnumerable<long>> read)
{
    public void ReadAll(int partitions)
    {
        Parallel.For(0, partitions, partition =>
        {
            foreach (var eventTime in read(partition))
            {
                watermark.Advance(eventTime);
            }
        });
    }
}
