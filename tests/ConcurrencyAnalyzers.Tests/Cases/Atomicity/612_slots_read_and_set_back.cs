// Slots of an array that are counted up atomically: what is counted between the read and the reset is lost.
namespace Cases.A612;

public sealed class AnswerCounts
{
    private readonly long[] _counts = new long[600];

    public void Count(int status) => Interlocked.Increment(ref _counts[status]);

    public long[] Drain()
    {
        var all = new long[_counts.Length];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = Interlocked.Read(ref _counts[i]);
            Interlocked.Exchange(ref _counts[i], 0); // expect: NON_ATOMIC
        }

        return all;
    }

    public long Sum()
    {
        long sum = 0;
        for (var i = 0; i < _counts.Length; i++)
        {
            sum += Volatile.Read(ref _counts[i]);
            Volatile.Write(ref _counts[i], 0); // expect: NON_ATOMIC
        }

        return sum;
    }

    public List<long> List()
    {
        var all = new List<long>();
        for (var i = 0; i < _counts.Length; i++)
        {
            all.Add(Interlocked.Read(ref _counts[i]));
            Interlocked.Exchange(ref _counts[i], 0); // expect: NON_ATOMIC
        }

        return all;
    }
}
