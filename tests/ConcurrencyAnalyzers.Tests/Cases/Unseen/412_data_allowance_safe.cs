// The allowance is taken by CompareExchange against the value that was tested; when that fails the test is made again. difficulty: medium
namespace Cases.U412;

public sealed class DataAllowance(long bytes)
{
    private long _left = bytes;

    public long Left => Interlocked.Read(ref _left);

    public bool TryUse(long wanted)
    {
        long left;
        do
        {
            left = Interlocked.Read(ref _left);
            if (left < wanted)
            {
                return false;
            }
        }
        while (Interlocked.CompareExchange(ref _left, left - wanted, left) != left);
        return true;
    }
}

public static class RoamingSimulation
{
    public static long Drain(DataAllowance allowance, IEnumerable<long> requests)
    {
        Parallel.ForEach(requests, bytes => allowance.TryUse(bytes));
        return allowance.Left;
    }
}
