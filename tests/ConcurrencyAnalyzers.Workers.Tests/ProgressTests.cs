using System.Collections.Concurrent;

namespace ConcurrencyAnalyzers.Workers.Tests;

public sealed class ProgressTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Reports_arrive_in_order_and_before_the_job_ends(bool inProcess)
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, InProcess = inProcess });
        var seen = new List<int>();
        Assert.Equal("done", await pool.RunAsync(Count, 500, new Handler<int>(seen.Add)).Bounded());
        Assert.Equal(Enumerable.Range(0, 500), seen);
    }

    [Fact]
    public async Task Progress_of_the_base_library_works()
    {
        var seen = new ConcurrentBag<int>();
        await WorkerPool.Shared.RunAsync(Count, 20, new Progress<int>(seen.Add)).Bounded();
        await Wait.UntilAsync(() => seen.Count == 20, "all reports");
    }

    [Fact]
    public async Task An_asynchronous_job_reports_what_is_not_a_number_too()
    {
        var seen = new List<Step>();
        await WorkerPool.Shared.RunAsync(StepsAsync, new Handler<Step>(seen.Add)).Bounded();
        Assert.Equal([new Step("first", 0.5), new Step("last", 1)], seen);
    }

    [Fact]
    public async Task A_missing_progress_is_missing_in_the_worker_too() =>
        Assert.True(await WorkerPool.Shared.RunAsync(static (IProgress<int>? p) => p is null, (IProgress<int>?)null).Bounded());

    [Fact]
    public async Task Two_of_them_are_told_apart()
    {
        var left = new List<int>();
        var right = new List<string>();
        await WorkerPool.Shared.RunAsync(Both, new Handler<int>(left.Add), new Handler<string>(right.Add)).Bounded();
        Assert.Equal([1, 2], left);
        Assert.Equal(["one"], right);
    }

    [Fact]
    public async Task What_was_reported_before_an_exception_arrives_before_it()
    {
        var seen = new List<int>();
        await Assert.ThrowsAsync<FormatException>(() => WorkerPool.Shared.RunAsync(ReportAndThrow, new Handler<int>(seen.Add)).Bounded());
        Assert.Equal([7], seen);
    }

    [Fact]
    public async Task An_exception_of_the_listener_is_that_of_the_job()
    {
        var e = await Assert.ThrowsAsync<InvalidOperationException>(
            () => WorkerPool.Shared.RunAsync(Count, 3, new Handler<int>(static _ => throw new InvalidOperationException("mine"))).Bounded());
        Assert.Equal("mine", e.Message);
    }

    [Fact]
    public async Task A_job_waits_for_a_listener_that_is_slow_and_can_be_killed_meanwhile()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        using var gate = new ManualResetEventSlim();
        using var cancel = new CancellationTokenSource();
        var reports = 0;
        var job = pool.RunAsync(Count, int.MaxValue, new Handler<int>(_ => { Interlocked.Increment(ref reports); gate.Wait(); }), cancel.Token);
        await Wait.UntilAsync(() => reports > 0, "the first report");
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.Bounded());
        gate.Set();
        await Task.Delay(50);
        Assert.InRange(reports, 1, 65); // what was under way; the job made no more
        Assert.Equal(2, await pool.RunAsync(Jobs.Double, 1).Bounded());
    }

    [Fact]
    public async Task A_report_after_the_job_goes_nowhere()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        var seen = new List<int>();
        await pool.RunAsync(Late.Keep, new Handler<int>(seen.Add)).Bounded();
        await pool.RunAsync(Late.Use).Bounded();
        Assert.Equal(2, await pool.RunAsync(Jobs.Double, 1).Bounded());
        Assert.Empty(seen);
        Assert.Equal(0, pool.GetStatistics().LostWorkers);
    }

    [Fact]
    public async Task A_worker_process_reports_too()
    {
        var seen = new List<int>();
        await using var process = WorkerProcess.Start(CountQuietly, 3, new Handler<int>(seen.Add));
        Assert.Equal(0, await process.WaitForExitAsync().Bounded());
        Assert.Equal([0, 1, 2], seen);
    }

    private static void CountQuietly(int to, IProgress<int> progress) => Count(to, progress);

    private static string Count(int to, IProgress<int> progress)
    {
        for (var i = 0; i < to; i++)
            progress.Report(i);
        return "done";
    }

    private static async Task StepsAsync(IProgress<Step> progress)
    {
        progress.Report(new Step("first", 0.5));
        await Task.Yield();
        progress.Report(new Step("last", 1));
    }

    private static void Both(IProgress<int> left, IProgress<string> right)
    {
        left.Report(1);
        right.Report("one");
        left.Report(2);
    }

    private static void ReportAndThrow(IProgress<int> progress)
    {
        progress.Report(7);
        throw new FormatException();
    }

    internal sealed record Step(string Name, double Part);

    private static class Late
    {
        private static IProgress<int>? s_kept;

        public static void Keep(IProgress<int> progress) => s_kept = progress;

        public static void Use() => s_kept!.Report(1);
    }

    private sealed class Handler<T>(Action<T> handle) : IProgress<T>
    {
        public void Report(T value) => handle(value);
    }
}
