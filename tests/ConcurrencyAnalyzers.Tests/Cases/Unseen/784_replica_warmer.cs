// The delayed calls read the for variable when their delay is over; by then the loop has moved on or ended. difficulty: medium
namespace Cases.U784;

public sealed class ReplicaWarmer(IReadOnlyList<string> replicas, Func<string, CancellationToken, Task<int>> ping)
{
    public async Task<int> WarmUpAsync(CancellationToken cancel)
    {
        var calls = new List<Task<int>>();
        for (int replica = 0; replica < replicas.Count; replica++) // expect: CAPTURE?, RACE?
        {
            TimeSpan delay = TimeSpan.FromMilliseconds(40 * (replica + 1));
            calls.Add(After(
                delay,
                () => ping(replicas[replica], cancel), // expect: CAPTURE, RACE?
                cancel));
        }
        int[] latencies = await Task.WhenAll(calls);
        return latencies.Length == 0 ? 0 : latencies.Max();
    }

    private static async Task<T> After<T>(TimeSpan delay, Func<Task<T>> call, CancellationToken cancel)
    {
        await Task.Delay(delay, cancel);
        return await call();
    }
}
