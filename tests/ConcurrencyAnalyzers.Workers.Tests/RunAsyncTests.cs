using System.Globalization;

namespace ConcurrencyAnalyzers.Workers.Tests;

public sealed class RunAsyncTests
{
    private static WorkerPool Pool => WorkerPool.Shared;

    [Fact]
    public async Task A_static_method_runs_in_another_process_and_its_result_comes_back()
    {
        Assert.Equal(42, await Pool.RunAsync(Jobs.Double, 21).Bounded());
        Assert.NotEqual(Environment.ProcessId, await Pool.RunAsync(Jobs.ProcessId).Bounded());
    }

    [Fact]
    public async Task Every_shape_of_method_is_inferred_from_its_name()
    {
        using var file = new TempFile();
        Assert.Equal(10, await Pool.RunAsync(Jobs.Sum, 1, 2L, (short)3, (byte)4).Bounded());
        Assert.Equal("Hello you", await Pool.RunAsync(Jobs.GreetAsync, "you").Bounded());
        await Pool.RunAsync(Jobs.Touch, file.Path).Bounded();
        await Pool.RunAsync(Jobs.TouchAsync, file.Path).Bounded();
        Assert.Equal("xx", File.ReadAllText(file.Path));
        Assert.Equal(3, await Pool.RunAsync(static (int a, int b) => a + b, 1, 2).Bounded());
        Assert.Equal("ab", await Pool.RunAsync(static async (string a, string b) => { await Task.Yield(); return a + b; }, "a", "b").Bounded());
        Assert.Equal(6, await Pool.RunAsync((int a, int b, int c) => a + b + c, 1, 2, 3).Bounded());
        Assert.Equal(1, await Pool.RunAsync(static (int a, CancellationToken t) => t.CanBeCanceled ? a : 0, 1).Bounded());
        await Pool.RunAsync(static () => { }).Bounded();
        await Pool.RunAsync(static async () => await Task.Yield()).Bounded();
        Assert.True(await Pool.RunAsync(static (CancellationToken t) => t.CanBeCanceled).Bounded());
    }

    [Fact]
    public async Task Local_functions_and_generic_methods_and_lambdas_in_generic_types_run()
    {
        static int Triple(int x) => 3 * x;

        Assert.Equal(9, await Pool.RunAsync(Triple, 3).Bounded());
        Assert.Equal("text", await Pool.RunAsync(Jobs.Echo<string>, "text").Bounded());
        Assert.Equal([[1, 2]], await Pool.RunAsync(Jobs.Echo<List<int[]>>, new List<int[]> { new[] { 1, 2 } }).Bounded());
        Assert.Equal("Guid", await Holder<Guid>.NameAsync().Bounded());
        Assert.Equal("Dictionary`2", await Holder<Dictionary<string, int[,]>>.NameAsync().Bounded());
    }

    [Fact]
    public async Task A_worker_is_used_again_and_keeps_its_static_state_to_itself()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        Assert.Equal(1, await pool.RunAsync(Counter.Next).Bounded());
        Assert.Equal(2, await pool.RunAsync(Counter.Next).Bounded());
        Assert.Equal(0, Counter.Value);
    }

    [Fact]
    public async Task Jobs_run_side_by_side_up_to_the_number_of_workers()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 3 });
        using var a = new TempFile();
        using var b = new TempFile();
        // Each waits for the other: one worker alone would never get past the first.
        var first = pool.RunAsync(Meet, a.Path, b.Path);
        var second = pool.RunAsync(Meet, b.Path, a.Path);
        Assert.Equal(2, (await Task.WhenAll(first, second).Bounded()).Distinct().Count());
    }

    [Fact]
    public async Task A_job_does_not_wait_behind_one_that_waits_for_it()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 2 });
        // Short jobs teach the pool to send many at once; among them is one that waits for the next.
        for (var round = 0; round < 5; round++)
        {
            using var gate = new TempFile();
            var before = Enumerable.Range(0, 500).Select(i => pool.RunAsync(Jobs.Double, i)).ToArray();
            var first = pool.RunAsync(WaitFor, gate.Path);
            var second = pool.RunAsync(Jobs.Touch, gate.Path);
            var after = Enumerable.Range(0, 500).Select(i => pool.RunAsync(Jobs.Double, i)).ToArray();
            await Task.WhenAll([first, second, .. before, .. after]).Bounded();
        }
        Assert.Equal(0, pool.GetStatistics().LostWorkers);
    }

    [Fact]
    public async Task The_caller_s_culture_holds_in_the_worker()
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("de-DE");
            CultureInfo.CurrentUICulture = new CultureInfo("fr-FR");
            var expected = Jobs.Culture(1234.5);
            Assert.Equal(expected, await Pool.RunAsync(Jobs.Culture, 1234.5).Bounded());
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, ui);
        }
    }

    [Fact]
    public async Task What_a_job_puts_into_an_async_local_is_gone_in_the_next()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        Assert.Equal("", await pool.RunAsync(Leak.Set, "mine").Bounded());
        Assert.Equal("", await pool.RunAsync(Leak.Set, "mine").Bounded());
    }

    [Fact]
    public async Task A_pool_inside_a_worker_runs_its_jobs_there()
    {
        var (inner, outer, worker) = await Pool.RunAsync(static async () =>
            (await WorkerPool.Shared.RunAsync(Jobs.ProcessId), Environment.ProcessId, WorkerContext.IsWorker)).Bounded();
        Assert.True(worker);
        Assert.Equal(outer, inner);
        Assert.False(WorkerContext.IsWorker);
    }

    [Fact]
    public async Task In_process_mode_runs_here_but_still_copies()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { InProcess = true });
        int[] sent = [1, 2, 3];
        Assert.Equal(Environment.ProcessId, await pool.RunAsync(Jobs.ProcessId).Bounded());
        var back = await pool.RunAsync(Jobs.Echo<int[]>, sent).Bounded();
        Assert.Equal(sent, back);
        Assert.NotSame(sent, back);
        await Assert.ThrowsAsync<InvalidOperationException>(() => pool.RunAsync(Jobs.Throw, "x").Bounded());
        Assert.Equal(0, pool.GetStatistics().Workers);
    }

    private static void WaitFor(string path)
    {
        while (!File.Exists(path))
            Thread.Sleep(1);
    }

    private static int Meet(string mine, string other)
    {
        File.WriteAllText(mine, "here");
        while (!File.Exists(other))
            Thread.Sleep(5);
        return Environment.ProcessId;
    }

    private static class Holder<T>
    {
        public static Task<string> NameAsync() => Pool.RunAsync(static () => typeof(T).Name);
    }

    private static class Counter
    {
        public static int Value;

        public static int Next() => ++Value;
    }

    private static class Leak
    {
        private static readonly AsyncLocal<string?> Local = new();

        public static string Set(string value)
        {
            var before = Local.Value ?? "";
            Local.Value = value;
            return before;
        }
    }
}
