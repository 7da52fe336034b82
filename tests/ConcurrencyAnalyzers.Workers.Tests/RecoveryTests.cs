using System.Diagnostics;

namespace ConcurrencyAnalyzers.Workers.Tests;

/// <summary>What a pool does when workers are lost, grow or are not there.</summary>
public sealed class RecoveryTests
{
    private static readonly WorkerPoolOptions OneQuietWorker = new() { MaxWorkers = 1, Output = WorkerOutput.Discard };

    [Fact]
    public async Task A_job_is_run_again_only_where_that_was_asked_for()
    {
        await using var pool = new WorkerPool(OneQuietWorker);
        using var marks = new TempFile();
        Assert.Equal("third time", await pool.With(new JobOptions { Retries = 2 }).RunAsync(DieTwice, marks.Path).Bounded());
        Assert.Equal(2, pool.GetStatistics().RetriedJobs);
        Assert.Equal(2, pool.GetStatistics().LostWorkers);

        using var others = new TempFile();
        await Assert.ThrowsAsync<WorkerCrashedException>(() => pool.RunAsync(DieTwice, others.Path).Bounded());
        Assert.Equal("x", File.ReadAllText(others.Path));
    }

    [Fact]
    public async Task Retries_end()
    {
        await using var pool = new WorkerPool(OneQuietWorker);
        using var marks = new TempFile();
        await Assert.ThrowsAsync<WorkerCrashedException>(() => pool.With(new JobOptions { Retries = 1 }).RunAsync(DieTwice, marks.Path).Bounded());
        Assert.Equal("xx", File.ReadAllText(marks.Path));
    }

    [Fact]
    public async Task What_a_job_throws_is_an_answer_and_not_tried_again()
    {
        using var marks = new TempFile();
        await Assert.ThrowsAsync<FormatException>(() => WorkerPool.Shared.With(new JobOptions { Retries = 3 }).RunAsync(MarkAndThrow, marks.Path).Bounded());
        Assert.Equal("x", File.ReadAllText(marks.Path));
    }

    [Fact]
    public async Task A_timeout_and_a_cancellation_are_not_tried_again()
    {
        await using var pool = new WorkerPool(OneQuietWorker);
        using var file = new TempFile();
        await Assert.ThrowsAsync<TimeoutException>(() => pool.With(new JobOptions { Retries = 3, Timeout = TimeSpan.FromMilliseconds(300) }).RunAsync(Jobs.Spin, file.Path).Bounded());
        Assert.Equal(0, pool.GetStatistics().RetriedJobs);
    }

    [Theory]
    [InlineData(WorkerEnd.Killed)]
    [InlineData(WorkerEnd.Exited)]
    [InlineData(WorkerEnd.Crashed)]
    public async Task The_way_in_which_a_worker_ended_is_told(WorkerEnd end)
    {
        if (!OperatingSystem.IsLinux())
            return;
        await using var pool = new WorkerPool(OneQuietWorker);
        var e = await Assert.ThrowsAsync<WorkerCrashedException>(() => pool.RunAsync(End, end).Bounded());
        Assert.Equal(end, e.End);
        Assert.Equal(4, await pool.RunAsync(Jobs.Double, 2).Bounded());
    }

    [Fact]
    public async Task An_access_violation_costs_one_job()
    {
        await using var pool = new WorkerPool(OneQuietWorker);
        var jobs = new[] { pool.RunAsync(Jobs.Double, 1), pool.RunAsync(TouchNothing), pool.RunAsync(Jobs.Double, 2) };
        await Wait.AllEndedAsync(jobs);
        Assert.Equal(2, await jobs[0]);
        Assert.Equal(4, await jobs[2]);
        var e = Assert.IsType<WorkerCrashedException>(jobs[1].Exception!.InnerException);
        Assert.Equal(WorkerEnd.Crashed, e.End);
    }

    [Fact]
    public async Task A_worker_beyond_its_memory_is_ended_by_name_and_its_job_not_tried_again()
    {
        await using var pool = new WorkerPool(OneQuietWorker with { MaxWorkingSetBytes = 400_000_000 });
        Assert.Equal(2, await pool.RunAsync(Jobs.Double, 1).Bounded());
        var e = await Assert.ThrowsAsync<WorkerCrashedException>(() => pool.With(new JobOptions { Retries = 3 }).RunAsync(GrowNative).Bounded());
        Assert.Equal(WorkerEnd.ExceededMemory, e.End);
        Assert.Contains("MaxWorkingSetBytes", e.Message, StringComparison.Ordinal);
        Assert.Equal(4, await pool.RunAsync(Jobs.Double, 2).Bounded());
    }

    [Fact]
    public async Task A_memory_limit_that_no_worker_can_keep_is_refused()
    {
        await using var pool = new WorkerPool(OneQuietWorker with { MaxWorkingSetBytes = 20_000_000 });
        var e = await Assert.ThrowsAsync<WorkerStartException>(() => pool.RunAsync(Jobs.Double, 1).Bounded());
        Assert.Contains("no room to work", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worker_that_has_grown_is_replaced_between_two_jobs()
    {
        await using var pool = new WorkerPool(OneQuietWorker with { RecycleAboveBytes = 300_000_000 });
        var first = await pool.RunAsync(KeepMuch).Bounded();
        await Wait.UntilAsync(() => !Proc.Exists(first), "the worker to leave");
        Assert.NotEqual(first, await pool.RunAsync(Jobs.ProcessId).Bounded());
        Assert.Equal(0, pool.GetStatistics().LostWorkers);
    }

    [Fact]
    public async Task A_worker_that_ran_out_of_memory_is_replaced_after_saying_so()
    {
        await using var pool = new WorkerPool(OneQuietWorker with { ManagedHeapLimitBytes = 100_000_000 });
        var first = await pool.RunAsync(Jobs.ProcessId).Bounded();
        await Assert.ThrowsAsync<OutOfMemoryException>(() => pool.RunAsync(Hoard).Bounded());
        Assert.NotEqual(first, await pool.RunAsync(Jobs.ProcessId).Bounded());
        Assert.Equal(0, pool.GetStatistics().LostWorkers);
    }

    [Fact]
    public async Task Workers_that_began_together_do_not_all_leave_together()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, MaxJobsPerWorker = 100 });
        var ids = new List<int>();
        for (var i = 0; i < 600; i++)
            ids.Add(await pool.RunAsync(Jobs.ProcessId).Bounded());
        var counts = ids.CountBy(id => id).Select(c => c.Value).SkipLast(1).ToArray();
        Assert.All(counts, c => Assert.InRange(c, 90, 100));
        Assert.InRange(counts.Length, 5, 6);
    }

    [Fact]
    public async Task A_spare_takes_the_place_of_a_lost_worker_without_a_start()
    {
        await using var pool = new WorkerPool(OneQuietWorker with { WarmSpares = 1 });
        var first = await pool.RunAsync(Jobs.ProcessId).Bounded();
        await Wait.UntilAsync(() => pool.GetStatistics().SpareWorkers == 1, "the spare");
        Assert.Equal(1, pool.GetStatistics().Workers);
        using (var process = Process.GetProcessById(first))
            process.Kill();
        await Wait.UntilAsync(() => pool.GetStatistics() is { LostWorkers: 1, Workers: 1 }, "the spare to step in");
        Assert.Equal(2, await pool.RunAsync(Jobs.Double, 1).Bounded());
        await Wait.UntilAsync(() => pool.GetStatistics().SpareWorkers == 1, "the next spare");
        Assert.Equal(3, pool.GetStatistics().StartedWorkers);
    }

    [Fact]
    public async Task A_spare_takes_the_job_for_which_no_worker_is_free()
    {
        await using var pool = new WorkerPool(OneQuietWorker with { MaxWorkers = 2, WarmSpares = 1 });
        using var file = new TempFile();
        using var stop = new CancellationTokenSource();
        var others = Proc.Children();
        var first = pool.RunAsync(Jobs.WaitForToken, file.Path, stop.Token);
        await file.WrittenAsync();
        await Wait.UntilAsync(() => pool.GetStatistics().SpareWorkers == 1, "the spare");
        var present = Proc.Children().Except(others).ToArray();
        Assert.Contains(await pool.RunAsync(Jobs.ProcessId).Bounded(), present);
        await Wait.UntilAsync(() => pool.GetStatistics() is { SpareWorkers: 1, Workers: 2 }, "the next spare");
        Assert.Equal(3, pool.GetStatistics().StartedWorkers);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.Bounded());
    }

    [Fact]
    public async Task A_job_behind_one_that_ran_out_of_memory_is_not_cut_off()
    {
        for (var attempt = 0; attempt < 20; attempt++)
        {
            await using var pool = new WorkerPool(OneQuietWorker);
            var first = await pool.RunAsync(Jobs.ProcessId).Bounded();
            await Assert.ThrowsAsync<InvalidOperationException>(() => pool.RunAsync(Jobs.Throw, "the first one takes long").Bounded());
            for (var i = 0; i < 500; i++)
                await pool.RunAsync(Jobs.Double, i).Bounded(); // so quick that several travel together
            var before = pool.RunAsync(Jobs.Slow, 3);
            var bad = pool.RunAsync(static () => { throw new OutOfMemoryException(); });
            var behind = pool.RunAsync(SlowIn, first);
            await before.Bounded();
            await Assert.ThrowsAsync<OutOfMemoryException>(() => bad.Bounded());
            if (await behind.Bounded() != first)
                continue; // it had not gone there yet
            Assert.NotEqual(first, await pool.RunAsync(Jobs.ProcessId).Bounded());
            Assert.Equal(0, pool.GetStatistics().LostWorkers);
            return;
        }
        Assert.Fail("Two jobs never travelled together.");
    }

    [Fact]
    public async Task The_first_loss_asks_for_a_spare_and_it_leaves_with_the_last_worker()
    {
        var time = new ManualTime();
        await using var pool = new WorkerPool(OneQuietWorker with { IdleTimeout = TimeSpan.FromHours(1), TimeProvider = time });
        var first = await pool.RunAsync(Jobs.ProcessId).Bounded();
        Assert.Equal(0, pool.GetStatistics().SpareWorkers);
        using (var process = Process.GetProcessById(first))
            process.Kill();
        await Wait.UntilAsync(() => pool.GetStatistics() is { LostWorkers: 1, SpareWorkers: 1 }, "the spare");
        Assert.Equal(2, await pool.RunAsync(Jobs.Double, 1).Bounded());
        for (var i = 0; i < 3; i++)
        {
            time.Advance(TimeSpan.FromHours(1));
            await Task.Delay(20);
        }
        await Wait.UntilAsync(() => pool.GetStatistics() is { Workers: 0, SpareWorkers: 0 }, "all to leave");
    }

    [Fact]
    public async Task Workers_that_die_before_any_job_do_not_keep_jobs_waiting_for_ever()
    {
        // They come up, say hello, and are gone: an initializer cannot be blamed, nor a job.
        await using var pool = new WorkerPool(OneQuietWorker with { Initializer = static () => Environment.Exit(5) });
        var e = await Assert.ThrowsAnyAsync<WorkerException>(() => pool.RunAsync(Jobs.Double, 1).Bounded());
        Assert.Contains("initializer", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deaths_in_a_row_make_the_next_start_wait_and_a_success_forgives()
    {
        var time = new ManualTime();
        var loop = new Pool.CrashLoop(time);
        var pauses = new List<double>();
        for (var i = 0; i < 12; i++)
        {
            loop.NoteDeath(hadJob: true);
            pauses.Add(loop.Pause.TotalMilliseconds);
        }
        Assert.Equal([0, 0, 50, 100, 200, 400, 800, 1600, 3200, 3200, 3200, 3200], pauses);
        Assert.False(loop.IsHopeless);
        loop.NoteSuccess();
        Assert.Equal(TimeSpan.Zero, loop.Pause);
        for (var i = 0; i < 5; i++)
            loop.NoteDeath(hadJob: false);
        Assert.True(loop.IsHopeless);
        time.Advance(TimeSpan.FromSeconds(31));
        Assert.False(loop.IsHopeless);
        await Task.CompletedTask;
    }

    [Fact]
    public async Task An_initializer_runs_once_in_each_worker_before_its_jobs()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, MaxJobsPerWorker = 2, Initializer = Setup.Run });
        for (var i = 0; i < 4; i++)
            Assert.Equal(1, await pool.RunAsync(Setup.Runs).Bounded());
        Assert.Equal(4, pool.GetStatistics().EndedJobs);
        Assert.Equal(0, Setup.Count);
    }

    [Fact]
    public async Task A_full_queue_refuses_and_tells_when_there_is_room()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, QueueCapacity = 2 });
        using var file = new TempFile();
        using var cancel = new CancellationTokenSource();
        var running = pool.RunAsync(Jobs.Spin, file.Path, cancel.Token);
        await file.WrittenAsync();
        var queued = new[] { pool.RunAsync(Jobs.Double, 1), pool.RunAsync(Jobs.Double, 2) };
        Assert.Throws<WorkerQueueFullException>(() => { _ = pool.RunAsync(Jobs.Double, 3); });
        var room = pool.WaitForRoomAsync();
        await Task.Delay(20);
        Assert.False(room.IsCompleted);
        await cancel.CancelAsync();
        await room.Bounded();
        Assert.Equal(6, (await Task.WhenAll(queued).Bounded()).Sum());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.Bounded());
        Assert.Equal(6, await pool.RunAsync(Jobs.Double, 3).Bounded());
    }

    [Fact]
    public async Task A_map_waits_for_room_in_a_queue_that_others_fill()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 2, QueueCapacity = 1 });
        var maps = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var sum = 0;
            await foreach (var result in pool.MapAsync(Jobs.Double, Enumerable.Range(0, 300)))
                sum += result;
            return sum;
        })).ToArray();
        Assert.All(await Task.WhenAll(maps).Bounded(), s => Assert.Equal(300 * 299, s));
    }

    [Fact]
    public async Task Closing_a_pool_ends_the_wait_for_room()
    {
        var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, QueueCapacity = 1 });
        using var file = new TempFile();
        var running = pool.RunAsync(Jobs.Spin, file.Path);
        await file.WrittenAsync();
        var queued = pool.RunAsync(Jobs.Double, 1);
        var room = pool.WaitForRoomAsync();
        pool.Terminate();
        await room.Bounded();
        await Wait.AllEndedAsync([running, queued]);
        await pool.DisposeAsync().AsTask().Bounded();
    }

    [Fact]
    public async Task Kills_at_random_moments_leave_no_retried_job_undone()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 2, Output = WorkerOutput.Discard });
        var patient = pool.With(new JobOptions { Retries = 100 });
        using var stop = new CancellationTokenSource();
        var random = new Random(21);
        var killer = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                await Task.Delay(random.Next(20, 80));
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
        var jobs = Enumerable.Range(0, 1500).Select(i => patient.RunAsync(Jobs.Echo<int>, i)).ToArray();
        var results = await Task.WhenAll(jobs).Bounded();
        await stop.CancelAsync();
        await killer.Bounded();
        Assert.Equal(Enumerable.Range(0, 1500), results);
    }

    private static string DieTwice(string marks)
    {
        File.AppendAllText(marks, "x");
        if (File.ReadAllText(marks).Length < 3)
            Environment.FailFast("not yet");
        return "third time";
    }

    // Longer than a worker is given to leave.
    private static int SlowIn(int process)
    {
        if (Environment.ProcessId == process)
            Thread.Sleep(6500);
        return Environment.ProcessId;
    }

    private static void MarkAndThrow(string marks)
    {
        File.AppendAllText(marks, "x");
        throw new FormatException();
    }

    private static void End(WorkerEnd end)
    {
        if (end == WorkerEnd.Exited)
            Environment.Exit(9);
        if (end == WorkerEnd.Crashed)
            Environment.FailFast("crash");
        Process.GetCurrentProcess().Kill();
    }

    private static unsafe int TouchNothing() => System.Runtime.InteropServices.Marshal.ReadInt32(new IntPtr(1L << 40));

    private static unsafe void GrowNative()
    {
        while (true)
        {
            var block = System.Runtime.InteropServices.NativeMemory.Alloc(20_000_000);
            new Span<byte>(block, 20_000_000).Fill(1);
            Thread.Sleep(5);
        }
    }

    private static unsafe int KeepMuch()
    {
        new Span<byte>(System.Runtime.InteropServices.NativeMemory.Alloc(400_000_000), 400_000_000).Fill(1);
        return Environment.ProcessId;
    }

    private static int Hoard()
    {
        var kept = new List<byte[]>();
        while (true)
            kept.Add(new byte[1_000_000]);
    }

    private static class Setup
    {
        public static int Count;

        public static void Run() => Count++;

        public static int Runs() => Count;
    }
}
