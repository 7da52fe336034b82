namespace Sat.Portfolio;

public sealed record Model(bool[] Values, string Strategy);

public interface IStrategy
{
    string Name { get; }
    bool[]? Solve(int[][] clauses, int variables, CancellationToken ct);
}

public sealed class LocalSearch(int seed) : IStrategy
{
    public string Name => $"walk-{seed}";

    public bool[]? Solve(int[][] clauses, int variables, CancellationToken ct)
    {
        var random = new Random(seed);
        var values = new bool[variables + 1];
        while (!ct.IsCancellationRequested)
        {
            int[]? broken = Array.Find(clauses, c => !c.Any(l => values[Math.Abs(l)] == l > 0));
            if (broken is null)
            {
                return values;
            }
            int flip = Math.Abs(broken[random.Next(broken.Length)]);
            values[flip] = !values[flip];
        }
        return null;
    }
}

public sealed class Portfolio(IReadOnlyList<IStrategy> strategies)
{
    public async Task<Model?> SolveAsync(int[][] clauses, int variables, TimeSpan budget)
    {
        using var cts = new CancellationTokenSource(budget);
        var winner = new TaskCompletionSource<Model?>(TaskCreationOptions.RunContinuationsAsynchronously);
        int running = strategies.Count;

        var tasks = new List<Task>();
        foreach (IStrategy strategy in strategies)
        {
            tasks.Add(Task.Factory.StartNew(() =>
            {
                try
                {
                    if (strategy.Solve(clauses, variables, cts.Token) is { } values)
                    {
                        winner.TrySetResult(new Model(values, strategy.Name));
                    }
                }
                finally
                {
                    if (Interlocked.Decrement(ref running) == 0)
                    {
                        winner.TrySetResult(null);
                    }
                }
            }, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        }

        Model? result = await winner.Task;
        await cts.CancelAsync();
        await Task.WhenAll(tasks);
        return result;
    }
}
