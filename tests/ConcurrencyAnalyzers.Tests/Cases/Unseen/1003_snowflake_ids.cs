namespace Identity.Snowflakes;

public interface IIdSource
{
    long Next();
}

public abstract class TimedIdSource(TimeProvider clock, DateTimeOffset epoch) : IIdSource
{
    protected const int NodeBits = 10;
    protected const int SequenceBits = 12;

    protected long Ticks() => (long)(clock.GetUtcNow() - epoch).TotalMilliseconds << SequenceBits;

    public abstract long Next();
}

public sealed class SnowflakeSource(TimeProvider clock, int node)
    : TimedIdSource(clock, new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero))
{
    private readonly long _node = node & ((1 << NodeBits) - 1);
    private long _last;
    private long _issued;

    public long Issued => Interlocked.Read(ref _issued);

    public override long Next()
    {
        long now = Ticks();
        long previous = Interlocked.Read(ref _last); // expect: NON_ATOMIC#1, CHECK_THEN_ACT?
        long next = now > previous ? now : previous + 1;
        Interlocked.Exchange(ref _last, next); // expect: NON_ATOMIC#1, RACE?, CHECK_THEN_ACT?
        Interlocked.Increment(ref _issued);
        return (next << NodeBits) | _node;
    }
}

public static class Program
{
    public static async Task Main()
    {
        var source = new SnowflakeSource(TimeProvider.System, 7);
        Task<HashSet<long>>[] workers = Enumerable.Range(0, 4)
            .Select(_ => Task.Run(() =>
            {
                var mine = new HashSet<long>();
                for (int i = 0; i < 50_000; i++)
                {
                    mine.Add(source.Next());
                }
                return mine;
            }))
            .ToArray();

        HashSet<long>[] batches = await Task.WhenAll(workers);
        var all = new HashSet<long>();
        foreach (HashSet<long> batch in batches)
        {
            all.UnionWith(batch);
        }
        Console.WriteLine($"{source.Issued} issued, {all.Count} distinct");
    }
}
