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
internal abstract class Job(Call call, JobRules rules, CancellationToken cancellationToken)
{
    private static long s_lastId;

    private int _cause;
    private int _ended;
    private Exception? _error;
    private bool _cancelled;
    private int _undelivered;
    private CancellationTokenRegistration _registration;

    public long Id { get; } = Interlocked.Increment(ref s_lastId);

    public Call Call { get; } = call.Complete();

    /// <summary>How its values travel.</summary>
    public abstract WireCodec Codec { get; }

    /// <summary>How long it may run; <see langword="null"/> for as long as it likes.</summary>
    public TimeSpan? Timeout => rules.Timeout;

    /// <summary>How often it may be run again after its worker was lost. Guarded by whoever holds the job.</summary>
    public int RetriesLeft { get; set; } = rules.Retries;

    /// <summary>It is worth sending to a worker that is still at another.</summary>
    public virtual bool GoesAhead => false;

    /// <summary>Not a caller's: the pool prepares a worker with it.</summary>
    public bool IsInternal => rules.IsInternal;

    /// <summary>When it came into the queue and when a worker began with it, as timestamps; 0 if it did not.</summary>
    public long QueuedAt { get; set; }

    public long StartedAt { get; set; }

    /// <summary>How it ended, in one word for metrics.</summary>
    public string Outcome { get; private set; } = "";

    /// <summary>The process that had it last.</summary>
    public int? ProcessId { get; set; }

    /// <summary>The worker that has the job, once one does.</summary>
    public volatile Worker? Worker;

    /// <summary>Its bytes have gone to the worker; guarded by the worker.</summary>
    public bool Sent { get; set; }

    /// <summary>No byte of it lies before this position of what the worker is sent; guarded by the worker.</summary>
    public long SentFrom { get; set; }

    /// <summary>It has moved on from a worker that ended with it in line. Once: the worker alone says that it had not looked at it.</summary>
    public bool HasMovedOn { get; set; }

    /// <summary>The worker has been asked to give it back, to run elsewhere; guarded by the worker.</summary>
    public bool Recalled { get; set; }

    /// <summary>Where it waits, and between whom: kept by the queue, guarded by its owner.</summary>
    public JobQueue? Queue { get; set; }

    public Job? Next { get; set; }

    public Job? Previous { get; set; }

    /// <summary>Stop it without ending the worker: the caller has lost interest and waits for nothing.</summary>
    public bool Abandoned { get; protected set; }

    public StopCause StopCause => (StopCause)Volatile.Read(ref _cause);

    public bool HasEnded => Volatile.Read(ref _ended) != 0;

    protected CancellationToken CancellationToken => cancellationToken;

    /// <summary>Notes the wish to stop; the first cause stays.</summary>
    public void NoteStop(StopCause cause) => Interlocked.CompareExchange(ref _cause, (int)cause, (int)StopCause.None);

    /// <summary>The caller can take the job back.</summary>
    public bool CanBeCancelled => cancellationToken.CanBeCanceled;

    /// <summary>Calls back when the caller's token trips, until the job has ended.</summary>
    public void WatchToken(Action<Job> stop)
    {
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

    /// <summary>Ends the job with what was taken.</summary>
    public void Succeed()
    {
        if (TrySucceed())
            Deliver();
    }

    public void Fail(Exception exception)
    {
        if (TryFail(exception))
            Deliver();
    }

    public void EndAsCancelled()
    {
        if (!TryEnd())
            return;
        _error = new OperationCanceledException();
        _cancelled = true;
        NoteEnd();
        Deliver();
    }

    /// <summary>Ends the job but for its caller, who gets to know by <see cref="Deliver"/>. <see langword="false"/>: it had ended.</summary>
    public bool TrySucceed()
    {
        if (Call.Ports?.Failure is { } failure)
            return TryFail(failure);
        if (!TryEnd())
            return false;
        NoteEnd();
        return true;
    }

    /// <inheritdoc cref="TrySucceed"/>
    public bool TryFail(Exception exception)
    {
        if (!TryEnd())
            return false;
        var stopped = exception is OperationCanceledException or WorkerCrashedException;
        if (stopped && StopCause == StopCause.TimedOut)
            exception = new TimeoutException($"{Call.Method.DisplayName} ran longer than its time of {Timeout} and was stopped.");
        _cancelled = stopped && StopCause == StopCause.Cancelled;
        _error = _cancelled ? new OperationCanceledException() : exception;
        NoteEnd();
        return true;
    }

    /// <summary>
    /// Completes the task of a job that has just ended, once. The caller's code does not run here: it may block, and the thread
    /// may be the only one that reads for a worker, or be about to hand on somebody's cancellation.
    /// </summary>
    public void Deliver()
    {
        if (RunsCallerAtOnce)
            CallerThreads.Complete(this);
        else
            DeliverAndRunCaller();
    }

    /// <summary>Completes the task of a job that <see cref="RunsCallerAtOnce"/>, and runs what the caller has waiting for it.</summary>
    public void DeliverAndRunCaller()
    {
        if (Interlocked.Exchange(ref _undelivered, 0) == 0)
            return;
        if (_cancelled)
            CompleteAsCancelled();
        else if (_error is not null)
            CompleteWith(_error);
        else
            CompleteWithResult();
    }

    /// <summary>What waits for the job's task may run on the thread that completes it.</summary>
    public bool RunsCallerAtOnce { get; protected init; }

    /// <summary>Ended, but its caller does not know yet.</summary>
    public bool IsUndelivered => Volatile.Read(ref _undelivered) != 0;

    /// <summary>Signalled when the job's task is complete, before anything that waits for the task runs.</summary>
    public abstract WaitHandle Completed { get; }

    /// <summary>Nobody will look at the job's task, so its failure is not one that went unnoticed.</summary>
    public abstract void Abandon();

    protected abstract void CompleteWithResult();

    protected abstract void CompleteWith(Exception exception);

    protected abstract void CompleteAsCancelled();

    // Before the task completes, so that whoever waits for it finds its channels and its trace ended too.
    private void NoteEnd()
    {
        Outcome = _error switch
        {
            null => "ok",
            OperationCanceledException when StopCause == StopCause.Cancelled => "cancelled",
            TimeoutException when StopCause == StopCause.TimedOut => "timeout",
            WorkerCrashedException => "crashed",
            _ => "failed",
        };
        Volatile.Write(ref _undelivered, 1);
        Call.Ports?.JobEnded(_error);
        Call.EndTrace(_error, ProcessId);
    }

    private bool TryEnd()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0)
            return false;
        _registration.Unregister();
        return true;
    }
}

/// <summary>What the caller asked for one job.</summary>
/// <param name="Timeout">How long it may run.</param>
/// <param name="Retries">How often it may be run again after its worker was lost.</param>
/// <param name="IsInternal">It prepares a worker and does not count.</param>
internal sealed record JobRules(TimeSpan? Timeout = null, int Retries = 0, bool IsInternal = false)
{
    public static JobRules None { get; } = new();
}

/// <summary>A job and the task that its caller waits on.</summary>
internal class Job<TResult> : Job
{
    private readonly TaskCompletionSource<TResult> _completion;
    private readonly WireCodec _codec;
    private TResult? _result;
    private Exception? _unreadable;

    /// <param name="call">What to run.</param>
    /// <param name="codec">How values travel.</param>
    /// <param name="rules">What the caller asked for.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <param name="runsCallerAtOnce">See <see cref="Job.RunsCallerAtOnce"/>.</param>
    public Job(Call call, WireCodec codec, JobRules rules, CancellationToken cancellationToken, bool runsCallerAtOnce = false) : base(call, rules, cancellationToken)
    {
        _codec = codec;
        RunsCallerAtOnce = runsCallerAtOnce;
        _completion = new(runsCallerAtOnce ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public Task<TResult> Task => _completion.Task;

    public override WaitHandle Completed => ((IAsyncResult)Task).AsyncWaitHandle;

    public override WireCodec Codec => _codec;

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
                _result = Read(ref payload);
        }
        catch (Exception e) when (e is not PeerGoneException)
        {
            _unreadable = e;
        }
    }

    /// <summary>Reads the result from all that is left.</summary>
    protected virtual TResult Read(ref PayloadReader payload) => _codec.Read<TResult>(ref payload);

    protected override void CompleteWithResult()
    {
        if (_unreadable is not null)
            _completion.SetException(_unreadable);
        else
            _completion.SetResult(_result!);
    }

    protected override void CompleteWith(Exception exception) => _completion.SetException(exception);

    protected override void CompleteAsCancelled() =>
        _completion.SetCanceled(CancellationToken.IsCancellationRequested ? CancellationToken : new CancellationToken(canceled: true));
}

/// <summary>The result of a method that has none.</summary>
internal readonly struct Nothing;
