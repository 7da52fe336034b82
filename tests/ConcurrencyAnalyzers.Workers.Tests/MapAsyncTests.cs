namespace ConcurrencyAnalyzers.Workers.Tests;

public sealed class MapAsyncTests
{
    private static readonly MapOptions AsReady = new() { Ordered = false };

    [Fact]
    public async Task Two_hundred_inputs_come_back_in_their_order()
    {
        var results = await Collect(WorkerPool.Shared.MapAsync(Jobs.Double, Enumerable.Range(0, 200)));
        Assert.Equal(Enumerable.Range(0, 200).Select(i => 2 * i), results);
    }

    [Fact]
    public async Task Two_hundred_inputs_come_back_as_they_are_ready()
    {
        var results = await Collect(WorkerPool.Shared.MapAsync(Jobs.Double, Enumerable.Range(0, 200), AsReady));
        Assert.Equal(Enumerable.Range(0, 200).Select(i => 2 * i), results.Order());
    }

    [Fact]
    public async Task A_quick_result_does_not_wait_for_a_slow_one_unless_order_is_asked_for()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 2 });
        using var gate = new TempFile();
        var stream = pool.MapAsync(WaitIfFirst, [$"1{gate.Path}", "2", "3"], AsReady);
        var seen = new List<string>();
        await foreach (var result in stream)
        {
            seen.Add(result);
            if (seen.Count == 2)
                File.WriteAllText(gate.Path, "go");
        }
        Assert.Equal(["2", "3", "1"], seen);
    }

    [Fact]
    public async Task An_endless_input_is_read_no_further_than_the_width()
    {
        var read = 0;
        IEnumerable<int> Endless()
        {
            while (true)
                yield return read++;
        }

        var taken = new List<int>();
        await foreach (var result in WorkerPool.Shared.MapAsync(Jobs.Double, Endless(), new MapOptions { MaxInFlight = 3 }))
        {
            taken.Add(result);
            if (taken.Count == 10)
                break;
        }
        Assert.Equal(Enumerable.Range(0, 10).Select(i => 2 * i), taken);
        Assert.InRange(read, 10, 13);
    }

    [Fact]
    public async Task Inputs_may_come_asynchronously_and_methods_may_be_asynchronous()
    {
        static async IAsyncEnumerable<string> Names()
        {
            yield return "a";
            await Task.Yield();
            yield return "b";
        }

        Assert.Equal(["Hello a", "Hello b"], await Collect(WorkerPool.Shared.MapAsync(Jobs.GreetAsync, Names())));
    }

    [Fact]
    public async Task A_failure_ends_the_stream_with_the_method_s_exception()
    {
        var seen = new List<int>();
        var e = await Assert.ThrowsAsync<DivideByZeroException>(async () =>
        {
            await foreach (var result in WorkerPool.Shared.MapAsync(static x => 10 / x, [2, 1, 0, 5]))
                seen.Add(result);
        });
        Assert.Equal([5, 10], seen);
        Assert.NotNull(e.StackTrace);
    }

    [Fact]
    public async Task Cancelling_the_enumeration_stops_running_jobs()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 2 });
        using var file = new TempFile();
        using var cancel = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            await foreach (var _ in pool.MapAsync(Jobs.WaitForToken, [file.Path]).WithCancellation(cancel.Token))
            {
            }
        });
        await file.WrittenAsync();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading.Bounded());
    }

    [Fact]
    public async Task Leaving_early_drops_what_has_not_started_and_asks_what_has()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        using var never = new TempFile();
        await foreach (var _ in pool.MapAsync(AnswerThenWait, ["first", "wait", never.Path]))
            break;
        // The worker is free again only if the waiting job heard that nobody waits for it.
        Assert.Equal(2, await pool.RunAsync(Jobs.Double, 1).Bounded());
        Assert.False(File.Exists(never.Path));
        Assert.Equal(0, pool.GetStatistics().LostWorkers);
    }

    private static async Task<List<T>> Collect<T>(IAsyncEnumerable<T> source)
    {
        var all = new List<T>();
        await foreach (var item in source)
            all.Add(item);
        return all;
    }

    private static string WaitIfFirst(string input)
    {
        while (input[0] == '1' && !File.Exists(input[1..]))
            Thread.Sleep(5);
        return input[..1];
    }

    private static int AnswerThenWait(string input, CancellationToken cancellationToken)
    {
        if (input == "wait")
            cancellationToken.WaitHandle.WaitOne();
        else if (input != "first")
            File.WriteAllText(input, "ran");
        return 1;
    }
}
