using System.Buffers;
using System.Runtime.InteropServices;
using ConcurrencyAnalyzers.Workers.Launch;
using ConcurrencyAnalyzers.Workers.Ports;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>
/// A running worker process, seen from the parent. It takes jobs in the order they were posted and answers each
/// before it starts the next, so at any moment only the first job in flight can have started. "Gone" and the jobs
/// in flight are guarded by one lock: a job is either refused or ends.
/// </summary>
internal sealed partial class Worker
{
    /// <summary>What the system's buffers take without waiting for the worker, in bytes.</summary>
    public const int SmallMessage = 64 * 1024;

    // So many that half of the worker's window is open again.
    private const int MostAnswered = 16;

    private readonly StartedWorker _started;
    private readonly IWorkerOwner _owner;
    private readonly StopRules _rules;
    private readonly object _state = new();
    private readonly object _sending = new();
    private readonly JobQueue _inFlight = new();
    private readonly Queue<Job[]> _unsent = new();
    private readonly List<Job> _answered = [];
    private readonly HashSet<int> _defined = [];
    private readonly FrameBuffer _scratch = new();
    private readonly Pace _pace = new();
    private readonly TaskCompletionSource<int?> _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _jobLimit;
    private bool _gone;
    private bool _closed;
    private string? _reason;
    private WorkerEnd? _end;
    private ITimer? _timeout;

    public Worker(StartedWorker started, IWorkerOwner owner, StopRules rules, int jobLimit = int.MaxValue)
    {
        _jobLimit = jobLimit;
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

    /// <summary>It has had its share, has grown too large or ran out of memory: it should go between two jobs.</summary>
    public bool ShouldLeave => JobsDone >= _jobLimit || Overgrown;

    /// <summary>It takes more memory than it should; set by any thread.</summary>
    public volatile bool Overgrown;

    /// <summary>No more jobs go there.</summary>
    public bool IsGone
    {
        get { lock (_state) return _gone; }
    }

    /// <summary>Once it is lost: it had begun with a job.</summary>
    public bool RanJobAtEnd { get; private set; }

    /// <summary>What the process occupies now, in bytes; 0 when that cannot be told.</summary>
    public long WorkingSet => ProcessMemory.Of(ProcessId);

    /// <summary>The last that the process wrote to its standard error.</summary>
    public string LastWords => _started.Streams.ErrorTail;

    /// <summary>Completes with the exit code when the process is gone and all that it wrote has been passed on.</summary>
    public Task<int?> Exit => _exit.Task;

    /// <summary>Starts to read what the worker says.</summary>
    public void Listen() => new Thread(Read) { IsBackground = true, Name = $"worker {Number}" }.UnsafeStart();

    /// <summary>How many jobs the worker has.</summary>
    public int InFlight
    {
        get { lock (_state) return _inFlight.Count; }
    }

    /// <summary>How many jobs the worker should have at most, at the pace of the last ones.</summary>
    public int Window
    {
        get
        {
            lock (_state)
                return _pace.Window;
        }
    }

    /// <summary>How many more jobs to give it now.</summary>
    public int Room
    {
        get
        {
            lock (_state)
                return _pace.Room(_inFlight.Count);
        }
    }

    /// <summary>
    /// Gives the worker jobs: small ones, or a single large one when it has none. <see langword="false"/>: it is
    /// gone and the jobs are still the caller's.
    /// </summary>
    public bool TryPost(params Job[] jobs)
    {
        // Noted and sent in one piece: the answers are expected in the order of the notes.
        bool atOnce;
        lock (_sending)
        {
            if (!TryNote(jobs))
                return false;
            // A message that has to wait for the worker to read is no work for the caller's thread.
            atOnce = _unsent.Count == 0 && _started.Channel.TakesAtOnce(SizeOf(jobs));
            if (atOnce)
                Send(jobs);
            else
                _unsent.Enqueue(jobs);
        }
        if (!atOnce)
            ThreadPool.UnsafeQueueUserWorkItem(static w => w.SendNext(), this, preferLocal: false);
        return true;
    }

    private void SendNext()
    {
        lock (_sending)
        {
            Send(_unsent.Peek());
            _unsent.Dequeue();
        }
    }

    private static int SizeOf(Job[] jobs)
    {
        var size = 0;
        foreach (var job in jobs)
            size += job.Call.Size;
        return size;
    }

    private bool TryNote(Job[] jobs)
    {
        lock (_state)
        {
            if (_gone)
                return false;
            foreach (var job in jobs)
            {
                _inFlight.AddLast(job);
                job.Worker = this;
                job.Sent = false;
                job.ProcessId = ProcessId;
                job.Call.Ports?.Attach(new ChannelPortLine(_started.Channel, FrameKind.PortToJob, job.Id));
            }
            if (_inFlight.First == jobs[0])
                StartClock(jobs[0]);
            return true;
        }
    }

    /// <summary>
    /// When a job takes long, asks those behind it back: another worker may be free for them, or they may be what
    /// it waits for. Gives whether there are any.
    /// </summary>
    public bool RecallFromBehindLongJob()
    {
        long[] behind;
        lock (_state)
        {
            if (_gone || _inFlight.Count < 2)
                return false;
            if (!_pace.IsStalled())
                return true;
            behind = [.. _inFlight.Skip(1).Select(j => j.Id)];
        }
        SendLater([.. behind.Select(id => (FrameKind.Recall, id))]);
        return true;
    }

    /// <summary>
    /// Acts on the job's wish to stop: a job that has not started comes back; one that has is asked through its
    /// token, and the process ends if it does not listen. Does nothing for a job that is not here.
    /// </summary>
    public void Stop(Job job) => Stop(job, _rules.Grace);

    /// <inheritdoc cref="Stop(Job)"/>
    public void Stop(Job job, TimeSpan grace)
    {
        lock (_state)
        {
            if (_gone || !_inFlight.Contains(job))
                return;
        }
        var listens = job.Call.Method.Signature.TakesToken;
        SendLater((FrameKind.Recall, job.Id), (listens || job.Abandoned ? FrameKind.Cancel : FrameKind.Kill, job.Id));
        if (!job.Abandoned)
            _ = EndIfStillRunning(job, listens ? grace : TimeSpan.Zero);
    }

    /// <summary>Asks the process to leave once its jobs are done, and ends it if it has not left in time.</summary>
    public async Task ShutDownAsync(TimeSpan patience)
    {
        SendLater((FrameKind.Shutdown, 0));
        await Task.WhenAny(Exit, Task.Delay(patience)).ConfigureAwait(false);
        Kill();
        await Exit.ConfigureAwait(false);
    }

    /// <summary>Takes no more jobs, cancels those at hand and ends the process at once.</summary>
    public void Terminate()
    {
        lock (_state)
        {
            _gone = true;
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

    private void Send(Job[] jobs)
    {
        try
        {
            lock (_sending)
            {
                if (_closed)
                    return;
                foreach (var job in jobs)
                {
                    if (_defined.Add(job.Call.Method.Number))
                        _started.Channel.Send(job.Call.Method.Define(_scratch));
                }
                if (jobs.Length > 1 && Array.TrueForAll(jobs, static j => j.Call.IsShort))
                    SendTogether(jobs);
                else
                    Array.ForEach(jobs, j => j.Call.SendTo(_started.Channel, j.Id));
                foreach (var job in jobs)
                {
                    job.Sent = true;
                    PoolMeter.NoteBytes(_owner.Name, job.Call.Size, sent: true);
                }
            }
        }
        catch (IOException)
        {
            return; // The reader finds the worker gone and deals with the jobs.
        }
        foreach (var job in jobs)
        {
            if (job.StopCause != StopCause.None)
                Stop(job); // the first request came too early for the worker to know the job
        }
    }

    // One trip into the system for all of them: for short jobs it costs more than the job.
    private void SendTogether(Job[] jobs)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(SizeOf(jobs));
        var length = 0;
        foreach (var job in jobs)
        {
            var frame = job.Call.Seal(job.Id);
            frame.CopyTo(bytes.AsSpan(length));
            length += frame.Length;
        }
        _started.Channel.Send(bytes.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <summary>A shared object is gone: the worker need not keep it.</summary>
    public void Forget(long sharedObject) => SendLater((FrameKind.Forget, sharedObject));

    // All in one piece, so that nothing comes in between.
    private void SendLater(params (FrameKind Kind, long Id)[] frames)
    {
        var bytes = new byte[frames.Length * Frame.HeaderSize];
        for (var i = 0; i < frames.Length; i++)
            Frame.WriteHeader(bytes.AsSpan(i * Frame.HeaderSize), frames[i].Kind, frames[i].Id, 0);
        SendLater(bytes);
    }

    private void SendLater(byte[] frames) => ThreadPool.UnsafeQueueUserWorkItem(static s =>
    {
        try
        {
            lock (s.worker._sending)
                s.worker._started.Channel.Send(s.frames);
        }
        catch (IOException)
        {
            // Gone: the reader deals with it.
        }
    }, (worker: this, frames), preferLocal: false);

    // The worker itself checks that it still runs this very job, so no other job is hit. A worker that is too far
    // gone to check is ended from outside.
    private async Task EndIfStillRunning(Job job, TimeSpan grace)
    {
        if (grace > TimeSpan.Zero)
        {
            await Task.WhenAny(Exit, Task.Delay(grace, _rules.Time)).ConfigureAwait(false);
            if (job.HasEnded)
                return;
            SendLater((FrameKind.Kill, job.Id));
        }
        await Task.WhenAny(Exit, Task.Delay(StartedWorker.ExitPatience)).ConfigureAwait(false);
        lock (_state)
        {
            if (_gone || _inFlight.First != job)
                return;
            _gone = true;
        }
        Kill();
    }

    private void StartClock(Job job)
    {
        _pace.JobStarted();
        job.StartedAt = _rules.Time.GetTimestamp();
        if (job.Timeout is not { } limit)
            return;
        _timeout?.Dispose();
        _timeout = _rules.Time.CreateTimer(static s =>
        {
            var (worker, job) = ((Worker, Job))s!;
            job.NoteStop(StopCause.TimedOut);
            worker._owner.TimedOut(worker, job);
            worker.Stop(job);
        }, (this, job), limit, Timeout.InfiniteTimeSpan);
    }
}
