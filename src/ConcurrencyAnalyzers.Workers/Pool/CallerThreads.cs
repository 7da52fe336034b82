using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>
/// Completes tasks whose continuations may be the caller's code, on threads that do nothing else. Such code may block, even
/// until another of these tasks completes, so none waits for a thread that is busy: where no thread is free there is one more.
/// </summary>
internal static class CallerThreads
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly object Gate = new();
    private static readonly Queue<Job> Handed = new();

    // Threads that wait, without those for which there is something in the queue.
    private static int s_free;

    /// <summary>Completes the job's task. It is complete on return; what waits for it may still run.</summary>
    public static void Complete(Job job)
    {
        if (!job.IsUndelivered)
            return;
        var completed = job.Completed;
        if (TryHandOver(job))
            completed.WaitOne();
        else // the system has no thread left
            ThreadPool.UnsafeQueueUserWorkItem(static j => new Caller().Complete(j), job, preferLocal: false);
    }

    private static bool TryHandOver(Job job)
    {
        lock (Gate)
        {
            if (s_free > 0)
            {
                s_free--;
                Handed.Enqueue(job);
                Monitor.Pulse(Gate);
                return true;
            }
        }
        return OwnThread.TryStart("worker callers", () => Serve(job), OwnThread.DeepStack);
    }

    private static void Serve(Job? job)
    {
        for (var caller = new Caller(); job is not null; job = Next())
            caller.Complete(job);
    }

    private static Job? Next()
    {
        lock (Gate)
        {
            s_free++;
            while (Handed.Count == 0)
            {
                if (Monitor.Wait(Gate, Patience) || Handed.Count > 0)
                    continue;
                s_free--;
                return null;
            }
            return Handed.Dequeue();
        }
    }

    private readonly struct Caller
    {
        private readonly CleanThread _clean = CleanThread.Current();

        public Caller()
        {
        }

        public void Complete(Job job)
        {
            SynchronizationContext.SetSynchronizationContext(Apart.Instance);
            job.DeliverAndRunCaller();
            _clean.Restore();
        }
    }

    // Code after an await does not run on a thread with such a context, but on the thread pool.
    private sealed class Apart : SynchronizationContext
    {
        public static readonly Apart Instance = new();
    }
}
