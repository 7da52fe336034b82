using ConcurrencyAnalyzers.Workers.Pool;
using ConcurrencyAnalyzers.Workers.Ports;

namespace ConcurrencyAnalyzers.Workers;

/// <summary>
/// Tells the pool's listener what happens, in order, on the thread pool: it is foreign code, so it may neither hold up
/// the threads that read channels nor run under a lock. Thread-safe.
/// </summary>
internal sealed class PoolEvents(WorkerPoolOptions options)
{
    private readonly SerialQueue _queue = new();

    public void Started(Worker worker) =>
        Raise(WorkerEventKind.WorkerStarted, WorkerEventLevel.Information, worker, null, static (w, _) => $"Worker {w!.Number} is up as process {w.ProcessId}.");

    public void Leaving(Worker worker, string reason) =>
        Raise(WorkerEventKind.WorkerLeaving, WorkerEventLevel.Information, worker, null, (w, _) => $"Worker {w!.Number} (process {w.ProcessId}) leaves: {reason}.");

    public void Crashed(Worker worker, Job job, WorkerCrashedException error)
    {
        // A job that was stopped by force is the pool's own doing.
        var level = job.StopCause == StopCause.None ? WorkerEventLevel.Error : WorkerEventLevel.Warning;
        Raise(WorkerEventKind.WorkerCrashed, level, worker, error, (_, e) => $"{e!.Message} The job was {job.Call.Method.DisplayName}.");
    }

    public void StartFailed(Exception exception) =>
        Raise(WorkerEventKind.StartFailed, WorkerEventLevel.Error, null, exception, static (_, e) => e!.Message);

    public void Retried(Job job) =>
        Raise(WorkerEventKind.JobRetried, WorkerEventLevel.Warning, null, null, (_, _) => $"{job.Call.Method.DisplayName} is run again; {job.RetriesLeft} retries are left.");

    public void TimedOut(Worker worker, Job job) =>
        Raise(WorkerEventKind.JobTimedOut, WorkerEventLevel.Warning, worker, null, (_, _) => $"{job.Call.Method.DisplayName} ran longer than its time of {job.Timeout} and is being stopped.");

    private void Raise(WorkerEventKind kind, WorkerEventLevel level, Worker? worker, Exception? exception, Func<Worker?, Exception?, string> message)
    {
        if (options.OnEvent is not { } listener)
            return;
        var raised = new WorkerEvent(kind, level, message(worker, exception), options.Name, worker?.Number ?? 0, worker?.ProcessId ?? 0, exception);
        _queue.Post(() =>
        {
            try
            {
                listener(raised);
            }
            catch (Exception)
            {
                // A log that fails is no reason for a job to fail.
            }
            return Task.CompletedTask;
        });
    }
}
