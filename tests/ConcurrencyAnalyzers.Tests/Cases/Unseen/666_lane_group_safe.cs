// The loop index reaches the thread as a method argument or as the state object, so each thread has its own value. difficulty: medium
namespace Cases.U666;

public interface IFeedLine
{
    int Pump(int lane);
}

public sealed class LaneGroup(IFeedLine line, int lanes)
{
    private readonly int[] _pumped = new int[lanes];

    public int RunAll()
    {
        var threads = new List<Thread>(lanes);
        for (int lane = 0; lane < lanes; lane++)
        {
            threads.Add(Launch(lane));
        }
        foreach (var thread in threads)
        {
            thread.Join();
        }
        return _pumped.Sum();
    }

    private Thread Launch(int lane)
    {
        var thread = new Thread(() => _pumped[lane] = line.Pump(lane)) { Name = $"lane {lane}" };
        thread.Start();
        return thread;
    }
}

public sealed class LaneChecks(Func<int, bool> check)
{
    public async Task<bool> CheckAllAsync(int lanes)
    {
        var checks = new Task<bool>[lanes];
        for (int lane = 0; lane < lanes; lane++)
        {
            checks[lane] = Task.Factory.StartNew(
                state => check((int)state!),
                lane,
                CancellationToken.None,
                TaskCreationOptions.DenyChildAttach,
                TaskScheduler.Default);
        }
        var passed = await Task.WhenAll(checks).ConfigureAwait(false);
        return passed.All(ok => ok);
    }
}
