namespace ConcurrencyAnalyzers.Workers.Tests;

public sealed class WorkerProcessTests
{
    [Fact]
    public void A_process_runs_its_method_and_ends_with_zero()
    {
        using var file = new TempFile();
        using var process = WorkerProcess.Start(Jobs.Touch, file.Path);
        process.Join();
        Assert.True(process.HasExited);
        Assert.Equal(0, process.ExitCode);
        Assert.Null(process.Exception);
        Assert.Equal("x", File.ReadAllText(file.Path));
        Assert.NotEqual(Environment.ProcessId, process.Id);
    }

    [Fact]
    public async Task The_method_s_number_is_the_exit_code()
    {
        await using var direct = WorkerProcess.Start(static () => 7);
        await using var later = WorkerProcess.Start(static async (int code) => { await Task.Yield(); return code; }, 9);
        Assert.Equal(7, await direct.WaitForExitAsync().Bounded());
        Assert.Equal(9, await later.WaitForExitAsync().Bounded());
    }

    [Fact]
    public async Task A_process_that_throws_ends_with_one_and_keeps_the_exception()
    {
        await using var process = WorkerProcess.Start(Jobs.Throw, "bad");
        Assert.Equal(1, await process.WaitForExitAsync().Bounded());
        Assert.Equal("bad", Assert.IsType<InvalidOperationException>(process.Exception).Message);
    }

    [Fact]
    public async Task Join_with_a_time_tells_whether_it_has_ended()
    {
        using var file = new TempFile();
        await using var process = WorkerProcess.Start(Jobs.Spin, file.Path);
        await file.WrittenAsync();
        Assert.False(process.Join(TimeSpan.FromMilliseconds(20)));
        Assert.Null(process.ExitCode);
        Assert.False(process.HasExited);
        process.Kill();
        Assert.True(process.Join(TimeSpan.FromSeconds(60)));
        Assert.Equal(OperatingSystem.IsWindows() ? -1 : 137, process.ExitCode);
        Assert.IsType<WorkerCrashedException>(process.Exception);
        Assert.False(Proc.Exists(process.Id!.Value));
    }

    [Fact]
    public async Task A_wait_can_be_given_up_without_ending_the_process()
    {
        using var file = new TempFile();
        using var cancel = new CancellationTokenSource();
        await using var process = WorkerProcess.Start(Jobs.Spin, file.Path);
        await file.WrittenAsync();
        var wait = process.WaitForExitAsync(cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
        Assert.True(Proc.Exists(process.Id!.Value));
    }

    [Fact]
    public async Task A_process_that_is_killed_at_once_ends()
    {
        for (var i = 0; i < 5; i++)
        {
            var process = WorkerProcess.Start(static () => Thread.Sleep(Timeout.Infinite));
            await Task.Delay(15 * i);
            process.Kill();
            process.Kill();
            Assert.NotEqual(0, await process.WaitForExitAsync().Bounded());
        }
    }

    [Fact]
    public async Task Processes_that_start_at_the_same_moment_do_not_hide_each_other_s_end()
    {
        // A handle that one child inherits from the start of another would keep that one's channel open past its death.
        var processes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => WorkerProcess.Start(static () => Thread.Sleep(Timeout.Infinite)))));
        await Wait.UntilAsync(() => processes.All(p => p.Id is not null), "all to be up");
        foreach (var process in processes)
        {
            using (var byId = System.Diagnostics.Process.GetProcessById(process.Id!.Value))
                byId.Kill();
            await process.WaitForExitAsync().Bounded();
            Assert.IsType<WorkerCrashedException>(process.Exception);
        }
    }

    [Fact]
    public void A_lambda_that_captures_is_refused()
    {
        var x = 1;
        Assert.Throws<ArgumentException>(() => WorkerProcess.Start(() => x));
    }

    [Fact]
    public async Task A_worker_does_not_start_processes()
    {
        var e = await Assert.ThrowsAsync<InvalidOperationException>(
            () => WorkerPool.Shared.RunAsync(static () => { WorkerProcess.Start(static () => 1); }).Bounded());
        Assert.Contains("worker process cannot start", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_standard_streams_are_the_caller_s_where_it_asked_for_them()
    {
        await using var process = WorkerProcess.Start(Shout, new WorkerProcessOptions { RedirectStandardStreams = true });
        await process.StandardInput!.WriteLineAsync("first");
        await process.StandardInput.WriteLineAsync("second");
        Assert.Equal("FIRST", await process.StandardOutput!.ReadLineAsync().Bounded());
        process.StandardInput.Close();
        Assert.Equal("SECOND", (await process.StandardOutput.ReadToEndAsync().Bounded()).Trim());
        Assert.Equal("2 lines", (await process.StandardError!.ReadToEndAsync().Bounded()).Trim());
        Assert.Equal(2, await process.WaitForExitAsync().Bounded());
    }

    [Fact]
    public async Task Much_output_waits_for_its_reader_and_is_whole_after_the_end()
    {
        await using var process = WorkerProcess.Start(static () => Console.Out.Write(new string('x', 1_000_000)), new WorkerProcessOptions { RedirectStandardStreams = true });
        Assert.False(process.Join(TimeSpan.FromMilliseconds(600)));
        Assert.Equal(1_000_000, (await process.StandardOutput!.ReadToEndAsync().Bounded()).Length);
        Assert.Equal(0, await process.WaitForExitAsync().Bounded());
    }

    [Fact]
    public async Task Without_that_the_standard_input_is_at_its_end()
    {
        await using var process = WorkerProcess.Start(static () => Console.In.ReadLine() is null ? 5 : 6);
        Assert.Null(process.StandardInput);
        Assert.Equal(5, await process.WaitForExitAsync().Bounded());
    }

    [Fact]
    public async Task Streams_of_a_process_that_never_comes_up_end()
    {
        await using var process = WorkerProcess.Start(static () => 0, new WorkerProcessOptions { RedirectStandardStreams = true, WorkingDirectory = "/no/such/folder" });
        Assert.Equal("", await process.StandardOutput!.ReadToEndAsync().Bounded());
        await Assert.ThrowsAsync<IOException>(() => process.StandardInput!.WriteLineAsync("x").Bounded());
        Assert.Null(await process.WaitForExitAsync().Bounded());
        Assert.IsType<WorkerStartException>(process.Exception);
    }

    [Fact]
    public async Task A_process_is_asked_to_stop_before_it_is_killed()
    {
        using var file = new TempFile();
        await using var listens = WorkerProcess.Start(ReturnOnToken, file.Path);
        await file.WrittenAsync();
        Assert.Equal(42, await listens.StopAsync(TimeSpan.FromMinutes(5)).Bounded());

        using var other = new TempFile();
        await using var deaf = WorkerProcess.Start(Jobs.IgnoreToken, other.Path);
        await other.WrittenAsync();
        Assert.NotEqual(0, await deaf.StopAsync(TimeSpan.FromMilliseconds(50)).Bounded());
        Assert.False(Proc.Exists(deaf.Id!.Value));

        using var third = new TempFile();
        await using var cannot = WorkerProcess.Start(Jobs.Spin, third.Path);
        await third.WrittenAsync();
        Assert.NotEqual(0, await cannot.StopAsync(TimeSpan.FromMinutes(5)).Bounded());
    }

    [Fact]
    public async Task A_process_that_is_stopped_before_its_method_began_ends()
    {
        // It waits for a debugger that never comes, so its method cannot begin.
        using var file = new TempFile();
        await using var process = WorkerProcess.Start(ReturnOnToken, file.Path, new WorkerProcessOptions { WaitForDebugger = true, Output = WorkerOutput.Discard });
        await Wait.UntilAsync(() => process.Id is not null, "the process to be up");
        Assert.NotEqual(0, await process.StopAsync(TimeSpan.FromMinutes(5)).Bounded());
        Assert.Null(process.Exception);
        Assert.False(file.HasText);
    }

    [Fact]
    public async Task A_process_that_lives_on_behind_its_method_is_stopped_too()
    {
        using var file = new TempFile();
        await using var process = WorkerProcess.Start(LeaveThread, file.Path);
        await file.WrittenAsync();
        Assert.False(process.Join(TimeSpan.FromMilliseconds(300)));
        Assert.NotEqual(0, await process.StopAsync(TimeSpan.FromMilliseconds(50)).Bounded());
    }

    [Fact]
    public async Task A_limit_on_the_heap_holds_for_a_process_too()
    {
        await using var process = WorkerProcess.Start(
            static () => GC.KeepAlive(new byte[500_000_000]), new WorkerProcessOptions { ManagedHeapLimitBytes = 100_000_000, Output = WorkerOutput.Discard });
        await process.WaitForExitAsync().Bounded();
        Assert.IsType<OutOfMemoryException>(process.Exception);
    }

    [Fact]
    public async Task A_process_lives_on_when_the_thread_that_started_it_ends()
    {
        // A death signal tied to the parent would come with the end of that thread.
        WorkerProcess? process = null;
        using var file = new TempFile();
        var thread = new Thread(() =>
        {
            process = WorkerProcess.Start(Jobs.Spin, file.Path);
            Wait.UntilAsync(() => file.HasText, "the process to run").Wait();
        });
        thread.Start();
        thread.Join();
        await Task.Delay(300);
        Assert.False(process!.HasExited);
        await process.DisposeAsync().AsTask().Bounded();
    }

    private static int ReturnOnToken(string started, CancellationToken cancellationToken)
    {
        File.WriteAllText(started, "x");
        cancellationToken.WaitHandle.WaitOne();
        return 42;
    }

    private static void LeaveThread(string started, CancellationToken cancellationToken)
    {
        new Thread(static () => Thread.Sleep(Timeout.Infinite)).Start();
        File.WriteAllText(started, "x");
    }

    private static int Shout()
    {
        var lines = 0;
        while (Console.ReadLine() is { } line)
        {
            Console.WriteLine(line.ToUpperInvariant());
            lines++;
        }
        Console.Error.WriteLine($"{lines} lines");
        return lines;
    }
}
