using System.Diagnostics.Metrics;
using ConcurrencyAnalyzers.Workers.Pool;

namespace ConcurrencyAnalyzers.Workers;

/// <summary>
/// The metrics of all pools of this process, told apart by the tag <c>pool</c>. Made with the first worker; where nobody in this
/// process can listen yet, a moment later, for that takes about as long as a first job. Thread-safe.
/// </summary>
internal static class PoolMeter
{
    private const int MostEarly = 1000;

    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(200);
    private static readonly object Gate = new();

    // What is to be counted before there is anything to count with.
    private static List<Action>? s_early = [];
    private static ITimer? s_delay;
    private static volatile bool s_isPublished;

    private static readonly List<WeakReference<JobScheduler>> Pools = [];

    public static void Add(JobScheduler pool)
    {
        lock (Pools)
        {
            Pools.RemoveAll(p => !p.TryGetTarget(out _));
            Pools.Add(new WeakReference<JobScheduler>(pool));
        }
    }

    public static void Remove(JobScheduler pool)
    {
        lock (Pools)
            Pools.RemoveAll(p => !p.TryGetTarget(out var target) || target == pool);
    }

    /// <summary>Makes the instruments visible to whoever listens.</summary>
    public static void Publish()
    {
        if (s_isPublished)
            return;
        if (DiagnosticsLibrary.IsLoaded)
        {
            PublishNow();
            return;
        }
        lock (Gate)
        {
            if (s_delay is not null)
                return;
            s_delay = Detached.NewTimer(TimeProvider.System, static _ => PublishNow(), Gate);
            s_delay.Change(Delay, Timeout.InfiniteTimeSpan);
        }
    }

    public static void NoteEnd(JobScheduler pool, Job job, TimeProvider time)
    {
        if (!s_isPublished)
            Keep(JobEnd.Of(pool.Name, job, time));
        else if (Instruments.Ended.Enabled || Instruments.Run.Enabled || Instruments.Wait.Enabled)
            CountEnd(JobEnd.Of(pool.Name, job, time));
    }

    public static void NoteBytes(string pool, long count, bool sent)
    {
        if (s_isPublished)
            CountBytes(pool, count, sent);
        else
            Keep(pool, count, sent);
    }

    public static void NoteStart(JobScheduler pool)
    {
        if (s_isPublished)
            CountStart(pool);
        else
            Keep(() => CountStart(pool));
    }

    public static void NoteCrash(JobScheduler pool, WorkerCrashedException error)
    {
        if (s_isPublished)
            CountCrash(pool, error);
        else
            Keep(() => CountCrash(pool, error));
    }

    private static void Keep(JobEnd end) => Keep(() => CountEnd(end));

    private static void Keep(string pool, long count, bool sent) => Keep(() => CountBytes(pool, count, sent));

    private static void Keep(Action note)
    {
        lock (Gate)
        {
            if (s_early is { Count: < MostEarly } early)
            {
                early.Add(note);
                return;
            }
        }
        PublishNow();
        note();
    }

    private static void PublishNow()
    {
        List<Action>? early;
        lock (Gate)
            (early, s_early) = (s_early, null);
        _ = Instruments.Meter;
        s_isPublished = true;
        early?.ForEach(static note => note());
    }

    private static void CountEnd(JobEnd end)
    {
        var name = new KeyValuePair<string, object?>("pool", end.Pool);
        var outcome = new KeyValuePair<string, object?>("outcome", end.Outcome);
        Instruments.Ended.Add(1, name, outcome);
        if (end.Wait is { } wait)
            Instruments.Wait.Record(wait.TotalSeconds, name);
        if (end.Run is { } run)
            Instruments.Run.Record(run.TotalSeconds, name, outcome);
    }

    private static void CountCrash(JobScheduler pool, WorkerCrashedException error) => Instruments.Crashes.Add(
        1, new KeyValuePair<string, object?>("pool", pool.Name), new KeyValuePair<string, object?>("end", error.End.ToString()));

    private static void CountStart(JobScheduler pool) => Instruments.Starts.Add(1, new KeyValuePair<string, object?>("pool", pool.Name));

    private static void CountBytes(string pool, long count, bool sent)
    {
        if (Instruments.Bytes.Enabled)
            Instruments.Bytes.Add(count, new KeyValuePair<string, object?>("pool", pool), new KeyValuePair<string, object?>("direction", sent ? "sent" : "received"));
    }

    private static IEnumerable<Measurement<int>> Observe(Func<WorkerPoolStatistics, int> what)
    {
        JobScheduler[] pools;
        lock (Pools)
            pools = [.. Pools.Select(p => p.TryGetTarget(out var pool) ? pool : null).OfType<JobScheduler>()];
        return [.. pools.Select(p => new Measurement<int>(what(p.GetStatistics()), new KeyValuePair<string, object?>("pool", p.Name)))];
    }

    // A class of its own: nobody pays for a meter before there is a worker.
    private static class Instruments
    {
        public static readonly Meter Meter = new(WorkerTelemetry.Name);

        public static readonly Counter<long> Ended = Meter.CreateCounter<long>("workers.jobs.ended", "{job}", "Jobs that have ended, by outcome.");

        public static readonly Histogram<double> Wait = Meter.CreateHistogram<double>("workers.jobs.wait", "s", "How long jobs waited for a worker.");

        public static readonly Histogram<double> Run = Meter.CreateHistogram<double>("workers.jobs.run", "s", "How long jobs ran, answer included.");

        public static readonly Counter<long> Crashes = Meter.CreateCounter<long>("workers.crashes", "{process}", "Workers that ended under a job, by the way they ended.");

        public static readonly Counter<long> Starts = Meter.CreateCounter<long>("workers.starts", "{process}", "Worker processes that were started, replacements included.");

        public static readonly Counter<long> Bytes = Meter.CreateCounter<long>("workers.bytes", "By", "Bytes of arguments and results, by direction.");

        static Instruments()
        {
            Meter.CreateObservableGauge("workers.jobs.queued", () => Observe(s => s.QueuedJobs), "{job}", "Jobs that wait for a worker.");
            Meter.CreateObservableGauge("workers.jobs.running", () => Observe(s => s.RunningJobs), "{job}", "Jobs that a worker has.");
            Meter.CreateObservableGauge("workers.processes", () => Observe(s => s.Workers), "{process}", "Worker processes that are up.");
            Meter.CreateObservableGauge("workers.processes.idle", () => Observe(s => s.IdleWorkers), "{process}", "Worker processes that have nothing to do.");
        }
    }
}
