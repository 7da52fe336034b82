using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Launch;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>
/// A running worker process, seen from the parent. It takes jobs in the order they were posted and answers each
/// before it starts the next, so at any moment only the first job in flight can have started. "Gone" and the jobs
/// in flight are guarded by one lock: a job is either refused or ends.
/// </summary>
internal sealed class Worker
{
    private const int InlineSize = 64 * 1024;
    private static readonly TimeSpan ExitPatience = TimeSpan.FromSeconds(2);

    private readonly StartedWorker _started;
    private readonly IWorkerOwner _owner;
    private readonly StopRules _rules;
    private readonly object _state = new();
    private readonly object _sending = new();
    private readonly LinkedList<Job> _inFlight = [];
    private readonly HashSet<int> _defined = [];
    private readonly FrameBuffer _scratch = new();
    private readonly TaskCompletionSource<int?> _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _gone;
    private bool _closed;
    private string? _reason;
    private Timer? _timeout;

    public Worker(StartedWorker started, IWorkerOwner owner, StopRules rules)
    {
        _started = started;
        _owner = owner;
        _rules = rules;
        ProcessId = started.Process.Id;
        LiveWorkers.Add(this);
    }

    public int Number => _started.Number;

    public int ProcessId { get; }

    /// <summary>The jobs that ended here; read by the owner in <see cref="IWorkerOwner.Freed"/>.</summary>
    public int JobsDone { get; private set; }

    /// <summary>Completes with the exit code when the process is gone and all that it wrote has been passed on.</summary>
    public Task<int?> Exit => _exit.Task;

    /// <summary>Starts to read what the worker says.</summary>
    public void Listen() => new Thread(Read) { IsBackground = true, Name = $"worker {Number}" }.Start();

    /// <summary>Gives the worker a job. <see langword="false"/>: it is gone and the job is still the caller's.</summary>
    public bool TryPost(Job job)
    {
        bool inline;
        lock (_state)
        {
            if (_gone)
                return false;
            _inFlight.AddLast(job);
            job.Worker = this;
            job.Sent = false;
            inline = job.Call.Size <= InlineSize;
            if (_inFlight.Count == 1)
                StartClock(job);
        }
        // The system's buffer takes a small message at once; a large one waits for the worker to read.
        if (inline)
            SendJob(job);
        else
            ThreadPool.UnsafeQueueUserWorkItem(static s => s.Worker.SendJob(s.Job), (Worker: this, Job: job), preferLocal: false);
        return true;
    }

    /// <summary>
    /// Acts on the job's wish to stop: a job that has not started comes back; one that has is asked through its
    /// token, and the process ends if it does not listen. Does nothing for a job that is not here.
    /// </summary>
    public void Stop(Job job)
    {
        lock (_state)
        {
            if (_gone || !_inFlight.Contains(job))
                return;
        }
        var listens = job.Call.Method.Signature.TakesToken;
        SendLater(job.Id, FrameKind.Recall, listens || job.Abandoned ? FrameKind.Cancel : FrameKind.Kill);
        if (!job.Abandoned)
            _ = EndIfStillRunning(job, listens ? _rules.Grace : TimeSpan.Zero);
    }

    /// <summary>Asks the process to leave once its jobs are done, and ends it if it has not left in time.</summary>
    public async Task ShutDownAsync(TimeSpan patience)
    {
        SendLater(0, FrameKind.Shutdown);
        await Task.WhenAny(Exit, Task.Delay(patience)).ConfigureAwait(false);
        Kill();
        await Exit.ConfigureAwait(false);
    }

    /// <summary>Ends the process at once; the jobs at hand are cancelled.</summary>
    public void Terminate()
    {
        lock (_state)
        {
            foreach (var job in _inFlight)
                job.NoteStop(StopCause.Cancelled);
        }
        Kill();
    }

    /// <summary>Ends the process at once.</summary>
    public void Kill()
    {
        if (!Exit.IsCompleted)
            WorkerLauncher.Kill(_started.Process);
    }

    private void SendJob(Job job)
    {
        try
        {
            lock (_sending)
            {
                if (_closed)
                    return;
                if (_defined.Add(job.Call.Method.Number))
                    _started.Channel.Send(job.Call.Method.Define(_scratch));
                _started.Channel.Send(job.Call.Seal(job.Id));
                job.Sent = true;
            }
        }
        catch (IOException)
        {
            return; // The reader finds the worker gone and deals with the job.
        }
        if (job.StopCause != StopCause.None)
            Stop(job); // the first request came too early for the worker to know the job
    }

    // Together in one piece, so that nothing comes in between.
    private void SendLater(long id, params FrameKind[] kinds) => ThreadPool.UnsafeQueueUserWorkItem(static s =>
    {
        var frames = new byte[s.kinds.Length * Frame.HeaderSize];
        for (var i = 0; i < s.kinds.Length; i++)
            Frame.WriteHeader(frames.AsSpan(i * Frame.HeaderSize), s.kinds[i], s.id, 0);
        try
        {
            lock (s.worker._sending)
                s.worker._started.Channel.Send(frames);
        }
        catch (IOException)
        {
            // Gone: the reader deals with it.
        }
    }, (worker: this, id, kinds), preferLocal: false);

    // The worker itself checks that it still runs this very job, so no other job is hit. A worker that is too far
    // gone to check is ended from outside.
    private async Task EndIfStillRunning(Job job, TimeSpan grace)
    {
        if (grace > TimeSpan.Zero)
        {
            await Task.WhenAny(Exit, Task.Delay(grace)).ConfigureAwait(false);
            if (job.HasEnded)
                return;
            SendLater(job.Id, FrameKind.Kill);
        }
        await Task.WhenAny(Exit, Task.Delay(ExitPatience)).ConfigureAwait(false);
        lock (_state)
        {
            if (_gone || _inFlight.First?.Value != job)
                return;
            _gone = true;
        }
        Kill();
    }

    private void StartClock(Job job)
    {
        if (_rules.JobTimeout is not { } limit)
            return;
        _timeout?.Dispose();
        _timeout = new Timer(static s =>
        {
            var (worker, job) = ((Worker, Job))s!;
            job.NoteStop(StopCause.TimedOut);
            worker.Stop(job);
        }, (this, job), limit, Timeout.InfiniteTimeSpan);
    }

    private void Read()
    {
        try
        {
            while (_started.Channel.TryReceive(out var frame))
                Handle(frame);
        }
        catch (InvalidDataException e)
        {
            _reason = $"The worker process {ProcessId} broke the protocol and was ended: {e.Message}";
            WorkerLauncher.Kill(_started.Process);
        }
        Bury();
    }

    private void Handle(Frame frame)
    {
        switch (frame.Kind)
        {
            case FrameKind.Output:
                _started.Streams.Write(new PayloadReader(frame.Payload).ReadText(), isError: frame.Id == 2);
                break;
            case FrameKind.Result:
                var finished = TakeFirst(frame.Id);
                _owner.Freed(this);
                finished.Succeed(frame.Payload);
                _owner.Ended(finished);
                break;
            case FrameKind.Failure:
                var error = RemoteError.Read(frame.Payload);
                var failed = TakeFirst(frame.Id);
                _owner.Freed(this);
                failed.Fail(error);
                _owner.Ended(failed);
                break;
            case FrameKind.Recalled:
                var recalled = TakeAny(frame.Id);
                _owner.Freed(this);
                _owner.Returned(recalled);
                break;
            default:
                throw new InvalidDataException($"A worker does not send {frame.Kind}.");
        }
    }

    private Job TakeFirst(long id)
    {
        lock (_state)
        {
            if (_inFlight.First?.Value is not { } job || job.Id != id)
                throw new InvalidDataException($"An answer to job {id} arrived out of turn.");
            Remove(_inFlight.First);
            JobsDone++;
            return job;
        }
    }

    private Job TakeAny(long id)
    {
        lock (_state)
        {
            for (var node = _inFlight.First; node is not null; node = node.Next)
            {
                if (node.Value.Id != id)
                    continue;
                Remove(node);
                return node.Value;
            }
        }
        throw new InvalidDataException($"Job {id} was given back by a worker that does not have it.");
    }

    private void Remove(LinkedListNode<Job> node)
    {
        _inFlight.Remove(node);
        node.Value.Worker = null;
        _timeout?.Dispose();
        _timeout = null;
        if (_inFlight.First is { } next)
            StartClock(next.Value);
    }

    private void Bury()
    {
        lock (_sending)
            _closed = true; // from here on it is certain which jobs the worker cannot have seen
        Job[] left;
        lock (_state)
        {
            _gone = true;
            _timeout?.Dispose();
            left = [.. _inFlight];
            _inFlight.Clear();
        }
        var running = left is [{ Sent: true } first, ..] ? first : null;
        var unstarted = running is null ? left : left[1..];
        foreach (var job in unstarted)
            job.Worker = null;
        _owner.Lost(this, unstarted);

        var exitCode = WaitForExit();
        if (running is not null)
        {
            running.Fail(new WorkerCrashedException(ProcessId, exitCode, _started.Streams.ErrorTail, _reason));
            _owner.Ended(running);
        }
        LiveWorkers.Remove(this);
        _started.Channel.Dispose();
        _started.Process.Dispose();
        _exit.SetResult(exitCode);
    }

    private int? WaitForExit()
    {
        var process = _started.Process;
        // The channel has ended, so the process is ending; one that only closed its channel is of no more use.
        if (!process.WaitForExit(ExitPatience))
        {
            WorkerLauncher.Kill(process);
            process.WaitForExit(ExitPatience);
        }
        _started.Streams.Ended.Wait(ExitPatience);
        return process.HasExited ? process.ExitCode : null;
    }
}

/// <summary>When a running job is stopped.</summary>
/// <param name="Grace">How long a job may take to act on its token.</param>
/// <param name="JobTimeout">How long a job may run at all.</param>
internal sealed record StopRules(TimeSpan Grace, TimeSpan? JobTimeout = null);
