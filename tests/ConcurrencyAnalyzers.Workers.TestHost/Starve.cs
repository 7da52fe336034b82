using System.Diagnostics;

namespace ConcurrencyAnalyzers.Workers.TestHost;

/// <summary>Has all threads of the thread pool wait, and wants from a pool of workers what it has to do without them.</summary>
internal static class Starve
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(40);

    /// <summary>Gives 0 when it came.</summary>
    public static int Run(string kind)
    {
        var threads = Environment.ProcessorCount;
        if (!ThreadPool.SetMinThreads(threads, 1) || !ThreadPool.SetMaxThreads(threads, 1))
            return 3;
        var pool = new WorkerPool(new WorkerPoolOptions { MaxWorkers = 1 });
        return (kind == "answer" ? Answer(pool, threads) : Crash(pool, threads)) ? 0 : 1;
    }

    private static bool Answer(WorkerPool pool, int threads)
    {
        var never = new ManualResetEventSlim();
        Occupy(threads, never.Wait);
        var job = pool.RunAsync(ProcessId);
        return job.Wait(Long) && job.Result != Environment.ProcessId;
    }

    private static bool Crash(WorkerPool pool, int threads)
    {
        var worker = pool.RunAsync(ProcessId).Result;
        var job = pool.RunAsync(Sleep);
        Occupy(threads, () => _ = Ended(job));
        new SharedCounter().Dispose(); // the worker is told, by a thread of the pool once there is one
        Process.GetProcessById(worker).Kill();
        return Ended(job) && job.IsFaulted;
    }

    private static bool Ended(Task job) => ((IAsyncResult)job).AsyncWaitHandle.WaitOne(Long);

    private static void Occupy(int threads, Action wait)
    {
        var busy = new CountdownEvent(threads);
        for (var i = 0; i < threads; i++)
        {
            ThreadPool.UnsafeQueueUserWorkItem(_ =>
            {
                busy.Signal();
                wait();
            }, null);
        }
        busy.Wait();
    }

    private static int ProcessId() => Environment.ProcessId;

    private static void Sleep() => Thread.Sleep(Timeout.Infinite);
}
