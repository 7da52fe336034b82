// A node leads as long as its lease holds; a loop renews the lease, workers ask before each step. difficulty: hard
// Blind: the object in a field and the parameter are not known to be one.
namespace Cases.U1642;

public interface ILeaseStore
{
    Task<bool> TryAcquireAsync(string node, TimeSpan duration);
}

public sealed class LeaderLease(string node, ILeaseStore store, TimeSpan duration)
{
    private long? _until;

    public bool IsLeader
    {
        get
        {
            long? until = _until; // blind: NON_ATOMIC#1
            return until is { } end && Environment.TickCount64 < end;
        }
    }

    public async Task RenewAsync()
    {
        long asked = Environment.TickCount64;
        bool granted = await store.TryAcquireAsync(node, duration);
        if (granted)
        {
            Extend(asked + (long)duration.TotalMilliseconds);
        }
        else
        {
            GiveUp();
        }
    }

    private void Extend(long end) => _until = end; // blind: NON_ATOMIC#1

    private void GiveUp() => _until = null; // blind: NON_ATOMIC#1
}

public sealed class ReplicaWorker(LeaderLease lease, Func<int, Task> apply)
{
    private int _applied;

    public int Applied => Volatile.Read(ref _applied);

    public async Task DrainAsync(IEnumerable<int> steps)
    {
        foreach (int step in steps)
        {
            if (!lease.IsLeader)
            {
                return;
            }
            await apply(step);
            Interlocked.Increment(ref _applied);
        }
    }
}

public static class Node
{
    public static async Task RunAsync(LeaderLease lease, IReadOnlyList<ReplicaWorker> workers, int[] steps)
    {
        var stop = new CancellationTokenSource();
        var renewal = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await lease.RenewAsync();
                await Task.Delay(500);
            }
        });
        await Task.WhenAll(workers.Select(worker => Task.Run(() => worker.DrainAsync(steps))));
        stop.Cancel();
        await renewal;
    }
}
