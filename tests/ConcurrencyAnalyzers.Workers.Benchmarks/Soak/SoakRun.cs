using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;

namespace ConcurrencyAnalyzers.Workers.Benchmarks.Soak;

/// <summary>
/// Mixed jobs for minutes while workers are killed at random: every job has to end once, with its result or an error that
/// says what happened, and nothing may be left over.
/// </summary>
internal sealed class SoakRun(TimeSpan duration, int seed)
{
    private const int Callers = 8;
    private static readonly TimeSpan Hung = TimeSpan.FromMinutes(2);
    private static readonly byte[] LargePayload = new byte[64 * 1024 * 1024];

    private readonly Tally _tally = new();
    private readonly ConcurrentDictionary<int, bool> _workers = new();
    private readonly CancellationTokenSource _stop = new();
    private long _kills;
    private int _large;

    public async Task<int> RunAsync()
    {
        await WarmUpAsync();
        var clock = Stopwatch.StartNew();
        var before = Census.Take();
        Console.WriteLine($"soak: {duration.TotalMinutes:0.#} minutes, seed {seed}, {Environment.ProcessorCount} cores");
        Console.WriteLine($"before: {before}");
        var pool = NewPool();
        var shared = new Shared();
        var callers = Enumerable.Range(0, Callers).Select(i => Task.Run(() => CallAsync(pool, shared, new Random(seed + i)))).ToArray();
        var killer = Task.Run(() => KillAsync(new Random(seed - 1)));
        var processes = Task.Run(() => ProcessesAsync(new Random(seed - 2)));

        Census? settled = null;
        var next = duration / 5;
        while (clock.Elapsed < duration)
        {
            await Task.Delay(1000);
            if (clock.Elapsed < next)
                continue;
            next += duration / 5;
            var now = Census.Take();
            settled ??= now;
            Console.WriteLine($"{clock.Elapsed:mm\\:ss}: {_tally.Total} jobs, {Interlocked.Read(ref _kills)} kills, {now}; {pool.GetStatistics()}");
        }
        await _stop.CancelAsync();
        await Task.WhenAll([.. callers, killer, processes]).WaitAsync(Hung);
        var statistics = pool.GetStatistics();
        await pool.DisposeAsync();
        shared.Dispose();
        await Task.Delay(2000); // the thread pool lets go of its surplus
        var after = Census.Take();
        Console.WriteLine($"after: {after}");
        Console.WriteLine(statistics);
        _tally.Print();
        Check(before, settled ?? before, after);
        foreach (var fault in _tally.Faults)
            Console.WriteLine("FAULT " + fault);
        Console.WriteLine($"{_tally.Total} jobs, {Interlocked.Read(ref _kills)} kills, {statistics.LostWorkers} workers lost, {_tally.Faults.Count} faults");
        return _tally.Faults.Count == 0 ? 0 : 1;
    }

    // What the runtime and the base library keep once something was used.
    private async Task WarmUpAsync()
    {
        await using var pool = NewPool();
        using var shared = new Shared();
        await pool.RunAsync(SoakJobs.CountAsync, shared.Gate, shared.Pair);
        await ChannelsAsync(pool, 3);
        await LargeAsync(pool);
        await using var process = WorkerProcess.Start(SoakJobs.Echo, 7);
        await process.WaitForExitAsync();
    }

    private WorkerPool NewPool() => new(new WorkerPoolOptions
    {
        Name = "soak",
        MaxWorkers = 2,
        MaxJobsPerWorker = 500,
        MaxWorkingSetBytes = 2_000_000_000,
        QueueCapacity = 64,
        JobTimeout = TimeSpan.FromSeconds(20),
        CancellationGrace = TimeSpan.FromMilliseconds(200),
        Output = WorkerOutput.Discard,
        OnEvent = e =>
        {
            if (e.Kind == WorkerEventKind.WorkerStarted)
                _workers[e.ProcessId] = true;
        },
    });

    private async Task CallAsync(WorkerPool pool, Shared shared, Random random)
    {
        while (!_stop.IsCancellationRequested)
        {
            var (kind, job) = Choose(pool, shared, random);
            _tally.Begin();
            var outcome = await OutcomeAsync(kind, job).ConfigureAwait(false);
            _tally.End(kind, outcome);
        }
    }

    private (string Kind, Func<Task<bool>> Job) Choose(WorkerPool pool, Shared shared, Random random)
    {
        var value = random.Next();
        var hurried = pool.With(new JobOptions { Timeout = TimeSpan.FromMilliseconds(random.Next(50, 300)) });
        return random.Next(1000) switch
        {
            < 350 => ("number", async () => await pool.RunAsync(SoakJobs.Echo, value) == value),
            < 500 => ("text", async () => await pool.RunAsync(SoakJobs.Text, $"text {value} ü") == $"text {value} ü"),
            < 600 => ("exception", () => ThrowsAsync<FormatException>(pool.RunAsync(SoakJobs.Throw, "as told"), e => e.Message == "as told")),
            < 605 => ("hang", () => ThrowsAsync<TimeoutException>(hurried.RunAsync(SoakJobs.Hang), static e => true)),
            < 608 => ("exit", () => ThrowsAsync<WorkerCrashedException>(pool.RunAsync(SoakJobs.Exit), static e => true)),
            < 610 => ("crash", () => ThrowsAsync<WorkerCrashedException>(pool.RunAsync(SoakJobs.FailFast), static e => true)),
            < 611 => ("overflow", () => ThrowsAsync<WorkerCrashedException>(pool.RunAsync(SoakJobs.Overflow, 0), static e => true)),
            < 616 => ("64 MB", () => LargeAsync(pool)),
            < 700 => ("cancelled", () => CancelledAsync(t => pool.RunAsync(SoakJobs.SleepAsync, 5, t), random.Next(8))),
            < 705 => ("cancelled, deaf", () => CancelledAsync(t => pool.RunAsync(SoakJobs.HangDeaf, t), random.Next(100))),
            < 760 => ("progress", () => ProgressAsync(pool, random.Next(100))),
            < 800 => ("channels", () => ChannelsAsync(pool, random.Next(30))),
            < 850 => ("shared block", () => BlockAsync(pool, random.Next(100_000))),
            < 950 => ("shared lock", () => pool.RunAsync(SoakJobs.CountAsync, shared.Gate, shared.Pair)),
            _ => ("retried", async () => await pool.With(new JobOptions { Retries = 1000 }).RunAsync(SoakJobs.Echo, value) == value),
        };
    }

    private async Task<string> OutcomeAsync(string kind, Func<Task<bool>> job)
    {
        try
        {
            if (await job().WaitAsync(Hung).ConfigureAwait(false))
                return "as it should";
            _tally.Fault($"{kind}: a wrong result");
            return "wrong";
        }
        catch (WorkerCrashedException) when (kind != "retried")
        {
            return "worker lost";
        }
        catch (WorkerQueueFullException)
        {
            await Task.Delay(1).ConfigureAwait(false);
            return "queue full";
        }
        catch (Exception e)
        {
            _tally.Fault($"{kind}: {e.GetType().Name}: {e.Message}");
            return e.GetType().Name;
        }
    }

    private static async Task<bool> ThrowsAsync<TException>(Task<int> job, Func<TException, bool> check) where TException : Exception
    {
        try
        {
            await job.ConfigureAwait(false);
            return false;
        }
        catch (TException e)
        {
            return check(e);
        }
    }

    private async Task<bool> LargeAsync(WorkerPool pool)
    {
        // One at a time: the machine should be busy with workers, not with memory.
        if (Interlocked.Exchange(ref _large, 1) != 0)
            return true;
        try
        {
            var back = await pool.RunAsync(SoakJobs.Large, LargePayload).ConfigureAwait(false);
            return back.Length == LargePayload.Length && back[^1] == 1 && LargePayload[^1] == 0;
        }
        finally
        {
            Volatile.Write(ref _large, 0);
        }
    }

    private static async Task<bool> CancelledAsync(Func<CancellationToken, Task<int>> start, int milliseconds)
    {
        using var cancel = new CancellationTokenSource();
        var job = start(cancel.Token);
        cancel.CancelAfter(milliseconds);
        try
        {
            await job.ConfigureAwait(false);
            return true; // it was faster
        }
        catch (OperationCanceledException e)
        {
            return e.CancellationToken == cancel.Token;
        }
    }

    private static async Task<bool> ProgressAsync(WorkerPool pool, int count)
    {
        var seen = new Counter();
        return await pool.RunAsync(SoakJobs.Report, count, seen).ConfigureAwait(false) == count && seen.Count == count;
    }

    private static async Task<bool> ChannelsAsync(WorkerPool pool, int count)
    {
        var numbers = Channel.CreateBounded<int>(4);
        var squares = Channel.CreateBounded<int>(4);
        var sum = pool.RunAsync(SoakJobs.SumAsync, numbers.Reader, squares.Writer);
        var read = ReadAsync(squares.Reader);
        for (var i = 0; i < count; i++)
        {
            // When the worker dies nobody reads any more.
            var write = numbers.Writer.WriteAsync(i).AsTask();
            if (await Task.WhenAny(write, sum).ConfigureAwait(false) == sum)
                break;
        }
        numbers.Writer.TryComplete();
        var expected = await sum.ConfigureAwait(false) == count * (count - 1) / 2;
        return expected && await read.ConfigureAwait(false) == count;
    }

    private static async Task<int> ReadAsync(ChannelReader<int> numbers)
    {
        var count = 0;
        try
        {
            await foreach (var _ in numbers.ReadAllAsync().ConfigureAwait(false))
                count++;
        }
        catch (WorkerCrashedException)
        {
            return -1;
        }
        return count;
    }

    private static async Task<bool> BlockAsync(WorkerPool pool, int length)
    {
        using var buffer = new SharedBuffer<int>(length);
        return await pool.RunAsync(SoakJobs.Fill, buffer, 7).ConfigureAwait(false) == length && !buffer.Span.ContainsAnyExcept(7);
    }

    private async Task KillAsync(Random random)
    {
        while (!_stop.IsCancellationRequested)
        {
            await Task.Delay(random.Next(300, 3000)).ConfigureAwait(false);
            foreach (var gone in _workers.Keys.Where(static id => !IsChild(id)))
                _workers.TryRemove(gone, out _);
            var alive = _workers.Keys.ToArray();
            if (alive.Length == 0)
                continue;
            try
            {
                using var process = Process.GetProcessById(alive[random.Next(alive.Length)]);
                process.Kill();
                Interlocked.Increment(ref _kills);
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException)
            {
                // It was faster.
            }
        }
    }

    private async Task ProcessesAsync(Random random)
    {
        while (!_stop.IsCancellationRequested)
        {
            await Task.Delay(random.Next(500, 2000)).ConfigureAwait(false);
            _tally.Begin();
            await using var process = WorkerProcess.Start(SoakJobs.Echo, 7);
            if (random.Next(3) == 0)
                process.Kill();
            var code = await process.WaitForExitAsync().WaitAsync(Hung).ConfigureAwait(false);
            if (code is not (7 or 137 or null))
                _tally.Fault($"process: exit code {code}");
            _tally.End("process", code?.ToString(CultureInfo.InvariantCulture) ?? "killed before it was up");
        }
    }

    private void Check(Census before, Census settled, Census after)
    {
        if (_tally.Open != 0)
            _tally.Fault($"{_tally.Open} jobs have not ended");
        if (after.Children > 0)
            _tally.Fault($"{after.Children} children are left, {after.Zombies} of them zombies");
        if (after.Files > before.Files + 4)
            _tally.Fault($"{after.Files} descriptors are open, {before.Files} were before: {string.Join(", ", Census.Describe())}");
        if (after.SharedFiles > before.SharedFiles)
            _tally.Fault($"{after.SharedFiles} shared files have a name, {before.SharedFiles} had before");
        if (after.ManagedBytes > settled.ManagedBytes + 16_000_000)
            _tally.Fault($"the managed heap grew from {settled.ManagedBytes >> 20} to {after.ManagedBytes >> 20} MB");
        if (after.ResidentBytes > settled.ResidentBytes + 150_000_000)
            _tally.Fault($"the process grew from {settled.ResidentBytes >> 20} to {after.ResidentBytes >> 20} MB");
        if (after.Threads > before.Threads + 40)
            _tally.Fault($"{after.Threads} threads are left, {before.Threads} were before");
    }

    private static bool IsChild(int processId)
    {
        try
        {
            var fields = File.ReadAllText($"/proc/{processId}/stat").Split(") ")[^1].Split(' ');
            return fields[1] == Environment.ProcessId.ToString(CultureInfo.InvariantCulture) && fields[0] != "Z";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private sealed class Counter : IProgress<int>
    {
        public int Count { get; private set; }

        public void Report(int value) => Count++;
    }

    private sealed class Shared : IDisposable
    {
        public SharedLock Gate { get; } = new();

        public SharedBuffer<long> Pair { get; } = new(2);

        public void Dispose()
        {
            Gate.Dispose();
            Pair.Dispose();
        }
    }
}
