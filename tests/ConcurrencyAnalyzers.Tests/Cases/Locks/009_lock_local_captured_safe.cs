// One local lock that all iterations capture.
namespace Cases.L009;

public static class Counter
{
    public static int Many(int[] values)
    {
        var gate = new object();
        int sum = 0;
        Parallel.ForEach(values, n =>
        {
            lock (gate)
            {
                sum += n;
            }
        });
        return sum;
    }
}
