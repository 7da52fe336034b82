using System.Collections.Concurrent;
using System.Diagnostics;

namespace ConcurrencyAnalyzers.Workers.Benchmarks.Soak;

/// <summary>
/// Kills workers at random moments under load: each job has to end once, and no job may have begun twice that its caller
/// did not allow to.
/// </summary>
internal sealed class KillTrials(long kills, int seed)
{
    private const int Callers = 32;
    private const int Most = 50_000_000;
    private static readonly TimeSpan Hung = TimeSpan.FromMinutes(2);

    private readonly SharedBuffer<byte> _begun = new(Most);
    private readonly ConcurrentDictionary<int, bool> _workers = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly CancellationTokenSource _stop = new();
    private int _next = -1;
    private long _ended;
    private long _lost;

    public async Task<int> RunAsync()
    {
        await using var pool = new WorkerPool(new WorkerPoolOptions
        {
            MaxWorkers = 2,
            Output = WorkerOutput.Discard,
            OnEvent = e =>
            {
                if (e.Kind == WorkerEventKind.WorkerStarted)
                    _workers[e.ProcessId] = true;
            },
        });
        var callers = Enumerable.Range(0, Callers).Select(i => Task.Run(() => CallAsync(pool, retried: i % 2 == 0))).ToArray();
        var random = new Random(seed);
        var clock = Stopwatch.StartNew();
        var done = 0L;
        for (var said = 0L; done < kills; )
        {
            await SomeJobsAsync(random.Next(200));
            done += KillOne(random) ? 1 : 0;
            if (done < said + 1000)
                continue;
            said = done;
            Console.WriteLine($"{clock.Elapsed:mm\\:ss}: {done} kills, {Interlocked.Read(ref _ended)} jobs ended, {Interlocked.Read(ref _lost)} with their worker");
        }
        await _stop.CancelAsync();
        await Task.WhenAll(callers).WaitAsync(Hung);
        foreach (var fault in _faults.Take(20))
            Console.WriteLine("FAULT " + fault);
        Console.WriteLine($"{done} kills, {_ended} jobs ended, {_lost} of them with their worker, {_faults.Count} faults");
        _begun.Dispose();
        return _faults.IsEmpty ? 0 : 1;
    }

    private async Task CallAsync(WorkerPool pool, bool retried)
    {
        var patient = retried ? pool.With(new JobOptions { Retries = 1000 }) : pool;
        while (!_stop.IsCancellationRequested && Interlocked.Increment(ref _next) is var number and < Most)
        {
            try
            {
                var result = await patient.RunAsync(SoakJobs.Begin, _begun, number).WaitAsync(Hung).ConfigureAwait(false);
                if (result != number)
                    _faults.Enqueue($"job {number} gave {result}");
                if (_begun[number] == 0 || (!retried && _begun[number] != 1))
                    _faults.Enqueue($"job {number} succeeded and began {_begun[number]} times");
            }
            catch (WorkerCrashedException) when (!retried)
            {
                Interlocked.Increment(ref _lost);
                if (_begun[number] > 1)
                    _faults.Enqueue($"job {number} was lost and began {_begun[number]} times");
            }
            catch (Exception e)
            {
                _faults.Enqueue($"job {number}: {e.GetType().Name}: {e.Message}");
            }
            Interlocked.Increment(ref _ended);
        }
    }

    // Or none: a worker may be killed before it has done anything.
    private async Task SomeJobsAsync(int count)
    {
        var end = Interlocked.Read(ref _ended) + count;
        for (var i = 0; i < 100 && Interlocked.Read(ref _ended) < end; i++)
            await Task.Delay(1);
    }

    private bool KillOne(Random random)
    {
        var known = _workers.Keys.ToArray();
        if (known.Length == 0)
            return false;
        var id = known[random.Next(known.Length)];
        _workers.TryRemove(id, out _);
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            return true;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
