using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Codecs;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>Why a job was told to stop.</summary>
internal enum StopCause
{
    None,
    Cancelled,
    TimedOut,
}

/// <summary>
/// A call that was accepted and has to end exactly once. Where it is (queue, worker) is guarded by whoever holds
/// it; the end and the wish to stop may come from any thread.
/// </summary>
internal abstract class Job(Call call, CancellationToken cancellationToken)
{
    private static long s_lastId;

    private int _cause;
    private int _ended;
    private CancellationTokenRegistration _registration;

    public long Id { get; } = Interlocked.Increment(ref s_lastId);

    public Call Call { get; } = call;

    /// <summary>The worker that has the job, once one does.</summary>
    public volatile Worker? Worker;

    /// <summary>Its bytes have gone to the worker; guarded by the worker.</summary>
    public bool Sent { get; set; }

    /// <summary>Its place in the pool's queue, guarded by the pool.</summary>
    public LinkedListNode<Job>? Place { get; set; }

    /// <summary>Stop it without ending the worker: the caller has lost interest and waits for nothing.</summary>
    public bool Abandoned { get; protected set; }

    public StopCause StopCause => (StopCause)Volatile.Read(ref _cause);

    public bool HasEnded => Volatile.Read(ref _ended) != 0;

    protected CancellationToken CancellationToken => cancellationToken;

    /// <summary>Notes the wish to stop; the first cause stays.</summary>
    public void NoteStop(StopCause cause) => Interlocked.CompareExchange(ref _cause, (int)cause, (int)StopCause.None);

    /// <summary>Calls back when the caller's token trips, until the job has ended.</summary>
    public void WatchToken(Action<Job> stop)
    {
        if (!cancellationToken.CanBeCanceled)
            return;
        _registration = cancellationToken.UnsafeRegister(static s =>
        {
            var (job, stop) = ((Job, Action<Job>))s!;
            stop(job);
        }, (this, stop));
        if (HasEnded)
            _registration.Dispose();
    }

    /// <summary>
    /// Reads the job's result, for <see cref="Succeed"/>. What cannot be read fails the job, not the caller; an end of the
    /// channel in the middle is a <see cref="PeerGoneException"/>.
    /// </summary>
    public abstract void Take(ref PayloadReader payload);

    /// <summary>Ends the job with the result that was taken.</summary>
    public void Succeed()
    {
        if (TryEnd())
            Complete();
    }

    public void Fail(Exception exception)
    {
        if (!TryEnd())
            return;
        switch (StopCause)
        {
            case StopCause.Cancelled when exception is OperationCanceledException or WorkerCrashedException:
                CompleteAsCancelled();
                break;
            case StopCause.TimedOut when exception is OperationCanceledException or WorkerCrashedException:
                Complete(new TimeoutException($"{Call.Method.DisplayName} ran longer than the pool's JobTimeout and was stopped."));
                break;
            default:
                Complete(exception);
                break;
        }
    }

    public void EndAsCancelled()
    {
        if (TryEnd())
            CompleteAsCancelled();
    }

    /// <summary>Nobody will look at the job's task, so its failure is not one that went unnoticed.</summary>
    public abstract void Abandon();

    protected abstract void Complete();

    protected abstract void Complete(Exception exception);

    protected abstract void CompleteAsCancelled();

    private bool TryEnd()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0)
            return false;
        _registration.Unregister();
        return true;
    }
}

/// <summary>A job and the task that its caller waits on.</summary>
internal sealed class Job<TResult>(Call call, WireCodec codec, CancellationToken cancellationToken) : Job(call, cancellationToken)
{
    // The caller's code must never run on the thread that reads a worker's channel.
    private readonly TaskCompletionSource<TResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TResult? _result;
    private Exception? _unreadable;

    public Task<TResult> Task => _completion.Task;

    public override void Abandon()
    {
        Abandoned = true;
        Task.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    public override void Take(ref PayloadReader payload)
    {
        try
        {
            if (typeof(TResult) != typeof(Nothing))
                _result = codec.Read<TResult>(ref payload);
        }
        catch (Exception e) when (e is not PeerGoneException)
        {
            _unreadable = e;
        }
    }

    protected override void Complete()
    {
        if (_unreadable is not null)
            _completion.SetException(_unreadable);
        else
            _completion.SetResult(_result!);
    }

    protected override void Complete(Exception exception) => _completion.SetException(exception);

    protected override void CompleteAsCancelled() =>
        _completion.SetCanceled(CancellationToken.IsCancellationRequested ? CancellationToken : new CancellationToken(canceled: true));
}

/// <summary>The result of a method that has none.</summary>
internal readonly struct Nothing;
