using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ConcurrencyAnalyzers.Workers.Tests;

public sealed class ObservabilityTests
{
    [Fact]
    public async Task A_call_is_an_activity_with_its_end()
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static s => s.Name == "ConcurrencyAnalyzers.Workers",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, Output = WorkerOutput.Discard });
        using var caller = new Activity("caller").Start();

        Assert.Equal(2, await pool.RunAsync(Jobs.Double, 1).Bounded());
        var good = One("run Jobs.Double");
        Assert.Equal(caller.SpanId, good.ParentSpanId);
        Assert.Equal(ActivityKind.Client, good.Kind);
        Assert.NotNull(good.GetTagItem("worker.process.id"));
        Assert.Same(caller, Activity.Current);

        await Assert.ThrowsAsync<InvalidOperationException>(() => pool.RunAsync(Jobs.Throw, "bad").Bounded());
        var bad = One("run Jobs.Throw");
        Assert.Equal(ActivityStatusCode.Error, bad.Status);
        Assert.Equal("System.InvalidOperationException", bad.GetTagItem("error.type"));

        // In the worker, the parent is the call and not the caller.
        var parent = await pool.RunAsync(static () => Activity.Current!.ParentSpanId.ToString()).Bounded();
        Assert.Equal(ended.Last(a => a.TraceId == caller.TraceId).SpanId.ToString(), parent);

        Activity One(string name) => Assert.Single(ended, a => a.OperationName == name && a.TraceId == caller.TraceId);
    }

    [Fact]
    public async Task Metrics_count_jobs_workers_crashes_and_bytes()
    {
        var name = Guid.NewGuid().ToString("N");
        var seen = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, l) =>
            {
                if (instrument.Meter.Name == "ConcurrencyAnalyzers.Workers")
                    l.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((i, v, tags, _) => Note(i, v, tags));
        listener.SetMeasurementEventCallback<int>((i, v, tags, _) => Note(i, v, tags));
        listener.SetMeasurementEventCallback<double>((i, v, tags, _) => Note(i, v, tags));
        listener.Start();

        await using var pool = new WorkerPool(new WorkerPoolOptions { Name = name, MaxWorkers = 1, Output = WorkerOutput.Discard });
        await pool.WarmUpAsync().Bounded();
        await Wait.UntilAsync(() => { listener.RecordObservableInstruments(); return seen.ContainsKey("workers.processes"); }, "the meter");
        await pool.RunAsync(Jobs.Echo<byte[]>, new byte[1000]).Bounded();
        await Assert.ThrowsAsync<InvalidOperationException>(() => pool.RunAsync(Jobs.Throw, "bad").Bounded());
        await Assert.ThrowsAsync<WorkerCrashedException>(() => pool.RunAsync(static () => Environment.Exit(1)).Bounded());
        using var file = new TempFile();
        var spin = pool.RunAsync(Jobs.Spin, file.Path);
        await file.WrittenAsync();
        var queued = pool.RunAsync(Jobs.Double, 1);
        await Wait.UntilAsync(() => seen.GetValueOrDefault("workers.jobs.ended crashed") == 1, "the ends to be counted");
        listener.RecordObservableInstruments();

        Assert.Equal(1, seen["workers.jobs.ended ok"]);
        Assert.Equal(1, seen["workers.jobs.ended failed"]);
        Assert.Equal(1, seen["workers.crashes Exited"]);
        Assert.Equal(1, seen["workers.jobs.running"]);
        Assert.Equal(1, seen["workers.jobs.queued"]);
        Assert.Equal(1, seen["workers.processes"]);
        Assert.True(seen["workers.bytes sent"] > 1000);
        Assert.True(seen["workers.bytes received"] >= 1000);
        Assert.True(seen["workers.jobs.run"] > 0);
        Assert.True(seen["workers.jobs.wait"] >= 0);
        pool.Terminate();
        await Wait.AllEndedAsync([spin, queued]);

        void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            string? kind = null;
            var mine = false;
            foreach (var (tag, tagValue) in tags)
            {
                if (tag == "pool")
                    mine = tagValue as string == name;
                else if (instrument is not Histogram<double>)
                    kind = " " + tagValue;
            }
            if (!mine)
                return;
            if (instrument.IsObservable)
                seen[instrument.Name + kind] = value;
            else
                seen.AddOrUpdate(instrument.Name + kind, value, (_, sum) => sum + value);
        }
    }

    [Fact]
    public async Task Events_tell_of_workers_in_order()
    {
        var events = new ConcurrentQueue<WorkerEvent>();
        var pool = new WorkerPool(new WorkerPoolOptions
        {
            Name = "told", MaxWorkers = 1, WarmSpares = 0, Output = WorkerOutput.Discard,
            OnEvent = e => { events.Enqueue(e); throw new InvalidOperationException("a log that fails"); },
        });
        var id = await pool.RunAsync(Jobs.ProcessId).Bounded();
        await Assert.ThrowsAsync<WorkerCrashedException>(() => pool.RunAsync(static () => Environment.FailFast("the end")).Bounded());
        using var file = new TempFile();
        await Assert.ThrowsAsync<TimeoutException>(() => pool.With(new JobOptions { Timeout = TimeSpan.FromSeconds(2) }).RunAsync(Jobs.Spin, file.Path).Bounded());
        using var marks = new TempFile();
        await Assert.ThrowsAsync<WorkerCrashedException>(() => pool.With(new JobOptions { Retries = 1 }).RunAsync(static () => Environment.Exit(1)).Bounded());
        Assert.Equal(2, await pool.RunAsync(Jobs.Double, 1).Bounded());
        await pool.DisposeAsync().AsTask().Bounded();
        await Wait.UntilAsync(() => events.Any(e => e.Kind == WorkerEventKind.WorkerLeaving), "the last event");

        Assert.Equal(
            [
                WorkerEventKind.WorkerStarted, WorkerEventKind.WorkerCrashed, // FailFast
                WorkerEventKind.WorkerStarted, WorkerEventKind.JobTimedOut, WorkerEventKind.WorkerCrashed,
                WorkerEventKind.WorkerStarted, WorkerEventKind.WorkerCrashed, WorkerEventKind.JobRetried,
                WorkerEventKind.WorkerStarted, WorkerEventKind.WorkerCrashed,
                WorkerEventKind.WorkerStarted, WorkerEventKind.WorkerLeaving,
            ],
            events.Select(e => e.Kind));
        var all = events.ToArray();
        Assert.Equal(id, all[0].ProcessId);
        Assert.Equal((WorkerEventLevel.Error, id, "told"), (all[1].Level, all[1].ProcessId, all[1].Pool));
        Assert.Contains("the end", Assert.IsType<WorkerCrashedException>(all[1].Exception).StandardErrorTail, StringComparison.Ordinal);
        Assert.Equal(WorkerEventLevel.Warning, all[4].Level); // the pool's own doing
        Assert.Contains("0 retries are left", all[7].ToString(), StringComparison.Ordinal);
        Assert.Contains("the pool was closed", all[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_that_fails_is_told()
    {
        var events = new ConcurrentQueue<WorkerEvent>();
        await using var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1, OnEvent = events.Enqueue, WorkingDirectory = "/no/such/folder" });
        await Assert.ThrowsAsync<WorkerStartException>(() => pool.RunAsync(Jobs.Double, 1).Bounded());
        await Wait.UntilAsync(() => events.Count >= 3, "three attempts");
        Assert.All(events, e => Assert.Equal((WorkerEventKind.StartFailed, WorkerEventLevel.Error), (e.Kind, e.Level)));
    }
}
