using System.Diagnostics;

namespace ConcurrencyAnalyzers.Workers.Tests;

/// <summary>What of the caller's surroundings holds in a worker.</summary>
public sealed class ContextTests
{
    [Fact]
    public async Task The_caller_s_trace_and_baggage_go_on_in_the_worker()
    {
        using var activity = new Activity("caller").SetIdFormat(ActivityIdFormat.W3C);
        activity.TraceStateString = "vendor=1";
        activity.AddBaggage("user", "Zoë = 1,2").AddBaggage("empty", "");
        activity.Start();
        var there = await WorkerPool.Shared.RunAsync(Describe).Bounded();
        Assert.Equal(activity.TraceId.ToString(), there["trace"]);
        Assert.Equal(activity.SpanId.ToString(), there["parent"]);
        Assert.Equal("vendor=1", there["state"]);
        Assert.Equal("Zoë = 1,2", there["user"]);
        Assert.Equal("", there["empty"]);
        Assert.Same(activity, Activity.Current);
    }

    [Fact]
    public async Task A_caller_without_a_trace_has_none_in_the_worker_either()
    {
        Activity.Current = null;
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        using (new Activity("first").Start())
            Assert.NotEmpty(await pool.RunAsync(Describe).Bounded());
        Assert.Empty(await pool.RunAsync(Describe).Bounded());
    }

    [Fact]
    public async Task The_current_directory_is_the_one_that_was_set_or_this_process_s()
    {
        using var folder = new TempFolder();
        await using var there = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, WorkingDirectory = folder.Path });
        await using var here = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        Assert.Equal(folder.Path, await there.RunAsync(static () => Environment.CurrentDirectory).Bounded());
        Assert.Equal(Environment.CurrentDirectory, await here.RunAsync(static () => Environment.CurrentDirectory).Bounded());
        await using var process = WorkerProcess.Start(
            static (string path) => Environment.CurrentDirectory == path ? 0 : 1, folder.Path, new WorkerProcessOptions { WorkingDirectory = folder.Path });
        Assert.Equal(0, await process.WaitForExitAsync().Bounded());
    }

    [Fact]
    public async Task A_current_directory_that_is_not_there_is_a_clear_error()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, WorkingDirectory = "/no/such/folder" });
        var e = await Assert.ThrowsAsync<WorkerStartException>(() => pool.RunAsync(Jobs.Double, 1).Bounded());
        Assert.Contains("directory", e.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_environment_is_this_process_s_with_what_was_set_on_top()
    {
        const string Name = "CW_TEST_INHERITED";
        Environment.SetEnvironmentVariable(Name, "from here");
        await using var pool = new WorkerPool(new WorkerPoolOptions
        {
            MaxWorkers = 1,
            Environment = new Dictionary<string, string?> { ["CW_TEST_ADDED"] = "added", ["HOME"] = null },
        });
        Assert.Equal("from here", await pool.RunAsync(Environment.GetEnvironmentVariable, Name).Bounded());
        Assert.Equal("added", await pool.RunAsync(Environment.GetEnvironmentVariable, "CW_TEST_ADDED").Bounded());
        Assert.Null(await pool.RunAsync(Environment.GetEnvironmentVariable, "HOME").Bounded());
        // What marks the process as a worker is not for its own children.
        Assert.Null(await pool.RunAsync(Environment.GetEnvironmentVariable, Host.WorkerHost.Marker).Bounded());
    }

    [Fact]
    public async Task A_worker_that_waits_for_a_debugger_says_where_it_is_and_runs_nothing()
    {
        var pool = new WorkerPool(new WorkerPoolOptions
        {
            MaxWorkers = 1, WaitForDebugger = true, JobTimeout = TimeSpan.FromMilliseconds(100), Output = WorkerOutput.Discard,
        });
        var job = pool.RunAsync(Jobs.Double, 1);
        await Wait.UntilAsync(() => pool.GetStatistics().Workers == 1, "the worker");
        await Task.Delay(400);
        Assert.False(job.IsCompleted); // and its time does not run either
        pool.Terminate();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => job.Bounded());
        await pool.DisposeAsync().AsTask().Bounded();
    }

    [Fact]
    public async Task The_hint_for_the_debugger_is_on_the_error_stream()
    {
        var process = WorkerProcess.Start(static () => 0, new WorkerProcessOptions { WaitForDebugger = true, RedirectStandardStreams = true });
        var line = await process.StandardError!.ReadLineAsync().Bounded();
        Assert.Contains("waits for a debugger", line, StringComparison.Ordinal);
        Assert.Contains($"process {process.Id}", line, StringComparison.Ordinal);
        await process.DisposeAsync().AsTask().Bounded();
    }

    [Fact]
    public async Task A_worker_is_the_first_to_go_when_memory_runs_out()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var there = await WorkerPool.Shared.RunAsync(static () => int.Parse(File.ReadAllText("/proc/self/oom_score_adj"), null)).Bounded();
        Assert.True(there >= 500);
    }

    private static Dictionary<string, string> Describe()
    {
        var all = new Dictionary<string, string>();
        if (Activity.Current is not { } activity)
            return all;
        all["trace"] = activity.TraceId.ToString();
        all["parent"] = activity.ParentSpanId.ToString();
        all["state"] = activity.TraceStateString ?? "";
        foreach (var (name, value) in activity.Baggage)
            all[name] = value ?? "";
        return all;
    }
}
