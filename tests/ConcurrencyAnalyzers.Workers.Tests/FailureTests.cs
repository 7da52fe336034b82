using System.Diagnostics;

namespace ConcurrencyAnalyzers.Workers.Tests;

public sealed class FailureTests
{
    private static readonly WorkerPoolOptions OneQuietWorker = new() { MaxWorkers = 1, Output = WorkerOutput.Discard };

    [Fact]
    public async Task A_common_exception_arrives_as_itself_with_the_worker_s_stack_trace_in_front()
    {
        var e = await Assert.ThrowsAsync<InvalidOperationException>(CallThrow);
        Assert.Equal("no good", e.Message);
        Assert.Contains("Jobs.Throw(String message)", e.StackTrace, StringComparison.Ordinal);
        Assert.Contains(nameof(CallThrow), e.StackTrace, StringComparison.Ordinal);
        Assert.True(e.StackTrace!.IndexOf("Jobs.Throw", StringComparison.Ordinal) < e.StackTrace.IndexOf(nameof(CallThrow), StringComparison.Ordinal));
        Assert.DoesNotContain("BoundMethod", e.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_of_the_user_s_own_type_arrives_as_a_remote_exception()
    {
        var e = await Assert.ThrowsAsync<RemoteException>(() => WorkerPool.Shared.RunAsync(ThrowOwn).Bounded());
        Assert.Equal(typeof(OwnException).FullName, e.RemoteTypeName);
        Assert.Equal("mine", e.RemoteMessage);
        Assert.Contains(nameof(ThrowOwn), e.RemoteStackTrace, StringComparison.Ordinal);
        Assert.Equal("inner", Assert.IsType<FormatException>(e.InnerException).Message);
    }

    [Fact]
    public async Task An_aggregate_keeps_all_its_parts()
    {
        var e = await Assert.ThrowsAsync<AggregateException>(() => WorkerPool.Shared.RunAsync(ThrowMany).Bounded());
        Assert.Equal([typeof(FormatException), typeof(TimeoutException)], e.InnerExceptions.Select(i => i.GetType()));
    }

    [Fact]
    public async Task An_exception_from_an_asynchronous_method_arrives()
    {
        var e = await Assert.ThrowsAsync<FormatException>(() => WorkerPool.Shared.RunAsync(ThrowLater).Bounded());
        Assert.Contains(nameof(ThrowLater), e.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stack_overflow_costs_one_job_and_says_so()
    {
        await using var pool = new WorkerPool(OneQuietWorker);
        var e = await Assert.ThrowsAsync<WorkerCrashedException>(() => pool.RunAsync(Jobs.Overflow, 0).Bounded());
        Assert.Contains("Stack overflow", e.StandardErrorTail, StringComparison.Ordinal);
        Assert.NotNull(e.ExitCode);
        Assert.NotEqual(0, e.ExitCode);
        Assert.Equal(4, await pool.RunAsync(Jobs.Double, 2).Bounded());
    }

    [Fact]
    public async Task FailFast_and_Exit_cost_one_job_each()
    {
        await using var pool = new WorkerPool(OneQuietWorker);
        var fast = await Assert.ThrowsAsync<WorkerCrashedException>(() => pool.RunAsync(static () => Environment.FailFast("the end is here")).Bounded());
        Assert.Contains("the end is here", fast.StandardErrorTail, StringComparison.Ordinal);
        var exit = await Assert.ThrowsAsync<WorkerCrashedException>(() => pool.RunAsync(static () => Environment.Exit(3)).Bounded());
        Assert.Equal(3, exit.ExitCode);
        Assert.Equal(4, await pool.RunAsync(Jobs.Double, 2).Bounded());
        Assert.Equal(2, pool.GetStatistics().LostWorkers);
    }

    [Fact]
    public async Task A_kill_from_outside_fails_the_running_job_only_and_the_queue_goes_on()
    {
        await using var pool = new WorkerPool(OneQuietWorker);
        using var file = new TempFile();
        var victim = pool.RunAsync(Jobs.Spin, file.Path);
        var queued = Enumerable.Range(0, 100).Select(i => pool.RunAsync(Jobs.Double, i)).ToArray();
        await file.WrittenAsync();
        Process.GetProcessById(int.Parse(File.ReadAllText(file.Path), null)).Kill();

        var e = await Assert.ThrowsAsync<WorkerCrashedException>(() => victim.Bounded());
        Assert.Equal(137, e.ExitCode);
        Assert.Equal(Enumerable.Range(0, 100).Select(i => 2 * i), await Task.WhenAll(queued).Bounded());
    }

    [Fact]
    public async Task Killing_idle_workers_loses_nothing()
    {
        await using var pool = new WorkerPool(OneQuietWorker);
        for (var i = 0; i < 5; i++)
        {
            var id = await pool.RunAsync(Jobs.ProcessId).Bounded();
            Process.GetProcessById(id).Kill();
            await Wait.UntilAsync(() => pool.GetStatistics().LostWorkers > i, "the pool to notice");
            Assert.NotEqual(id, await pool.RunAsync(Jobs.ProcessId).Bounded());
        }
    }

    [Fact]
    public async Task Random_kills_under_load_end_every_job_exactly_once()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 2, Output = WorkerOutput.Discard });
        using var stop = new CancellationTokenSource();
        var random = new Random(5);
        var killer = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await Task.Delay(random.Next(20, 80));
                // Aim at a worker of this pool: ask one who it is.
                try
                {
                    Process.GetProcessById(await pool.RunAsync(Jobs.ProcessId)).Kill();
                }
                catch (Exception e) when (e is WorkerCrashedException or ArgumentException or InvalidOperationException)
                {
                    // It was gone already.
                }
            }
        });
        var jobs = Enumerable.Range(0, 2000).Select(i => pool.RunAsync(Nap, i)).ToArray();
        await Wait.AllEndedAsync(jobs);
        await stop.CancelAsync();
        await killer.Bounded();

        var crashed = jobs.Where(j => !j.IsCompletedSuccessfully).ToArray();
        Assert.All(crashed, j => Assert.IsType<WorkerCrashedException>(j.Exception!.InnerException));
        Assert.True(crashed.Length <= pool.GetStatistics().LostWorkers);
        for (var i = 0; i < jobs.Length; i++)
        {
            if (jobs[i].IsCompletedSuccessfully)
                Assert.Equal(i, await jobs[i]);
        }
    }

    [Fact]
    public async Task A_worker_that_speaks_out_of_turn_is_ended_and_named()
    {
        // The channel is the only Unix socket that the worker has open; the job writes garbage into it.
        if (!OperatingSystem.IsLinux())
            return;
        await using var pool = new WorkerPool(OneQuietWorker);
        var e = await Assert.ThrowsAsync<WorkerCrashedException>(() => pool.RunAsync(Babble).Bounded());
        Assert.Contains("broke the protocol", e.Message, StringComparison.Ordinal);
        Assert.Equal(4, await pool.RunAsync(Jobs.Double, 2).Bounded());
    }

    [Theory]
    [InlineData(64L << 20)]
    [InlineData(100_000_000)]
    public async Task A_heap_limit_is_an_exception_and_not_a_crash(long bytes)
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, ManagedHeapLimitBytes = bytes });
        var e = await Assert.ThrowsAsync<OutOfMemoryException>(() => pool.RunAsync(Hoard).Bounded());
        Assert.Contains(nameof(WorkerPoolOptions.ManagedHeapLimitBytes), e.Message, StringComparison.Ordinal);
        Assert.Equal(4, await pool.RunAsync(Jobs.Double, 2).Bounded());
    }

    [Fact]
    public async Task A_worker_that_cannot_start_fails_the_jobs_with_the_reason()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions
        {
            MaxWorkers = 1,
            Environment = new Dictionary<string, string?> { ["DOTNET_gcServer"] = "0", ["DOTNET_GCHeapHardLimit"] = "1000" },
        });
        var e = await Assert.ThrowsAsync<WorkerStartException>(() => pool.RunAsync(Jobs.Double, 2).Bounded());
        Assert.Contains("exit code", e.Message, StringComparison.Ordinal);
        Assert.Contains("ConcurrencyAnalyzers.Workers.dll", e.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<WorkerStartException>(() => pool.WarmUpAsync().Bounded());
    }

    private static async Task CallThrow() => await WorkerPool.Shared.RunAsync(Jobs.Throw, "no good");

    private static int Nap(int i)
    {
        Thread.Sleep(1);
        return i;
    }

    private static int Hoard()
    {
        var kept = new List<byte[]>();
        while (true)
        {
            var block = new byte[1 << 20];
            Array.Fill(block, (byte)1);
            kept.Add(block);
        }
    }

    private static void Babble()
    {
        foreach (var link in Directory.EnumerateFiles("/proc/self/fd"))
        {
            if (File.ResolveLinkTarget(link, returnFinalTarget: false)?.FullName.Contains("socket:", StringComparison.Ordinal) != true)
                continue;
            using var handle = new System.Net.Sockets.SafeSocketHandle(int.Parse(Path.GetFileName(link), null), ownsHandle: false);
            try
            {
                using var socket = new System.Net.Sockets.Socket(handle);
                socket.Send(new byte[64]);
            }
            catch (System.Net.Sockets.SocketException)
            {
                // Not the channel.
            }
        }
        Thread.Sleep(Timeout.Infinite);
    }

    private static void ThrowOwn() => throw new OwnException("mine", new FormatException("inner"));

    private static void ThrowMany() => throw new AggregateException(new FormatException("a"), new TimeoutException("b"));

    private static async Task ThrowLater()
    {
        await Task.Yield();
        throw new FormatException("later");
    }

    private sealed class OwnException(string message, Exception inner) : Exception(message, inner);
}
