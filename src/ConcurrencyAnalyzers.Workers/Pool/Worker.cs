using System.Buffers;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ConcurrencyAnalyzers.Workers.Calls;
using ConcurrencyAnalyzers.Workers.Launch;
using ConcurrencyAnalyzers.Workers.Ports;
using ConcurrencyAnalyzers.Workers.Shared;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>
/// A running worker process, seen from the parent. It takes jobs in the order they were posted and answers each
/// before it starts the next, so at any moment only the first job in flight can have started. "Gone" and the jobs
/// in flight are guarded by one lock: a job is either refused or ends.
/// </summary>
internal sealed partial class Worker
{
    // Room for what teaches the worker methods that it does not know yet.
    private const int Definitions = 16 * 1024;

    // So many that a good part of the worker's window is open again.
    private const int MostAnswered = 64;

    private readonly StartedWorker _started;
    private readonly IWorkerOwner _owner;
    private readonly StopRules _rules;
    private readonly object _state = new();
    private readonly object _sending = new(); // never held while something is written
    private readonly JobQueue _inFlight = new();
    private readonly Queue<Outgoing> _unsent = new();
    private readonly List<Job> _answered = [];
    private readonly HashSet<int> _defined = [];
    private readonly FrameBuffer _scratch = new();
    private readonly Pace _pace = new();
    private readonly CoreShare.Seat _core = CoreShare.OfProcess.Join();
    private readonly TaskCompletionSource<int?> _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly int _jobLimit;
    private ConditionalWeakTable<SharedObject, SharedObject>? _shared; // what was sent there; guarded by _sending
    private bool _gone;
    private bool _writing; // or about to
    private bool _writesLater; // nobody has begun
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
    public void Listen()
    {
        try
        {
            OwnThread.Start($"worker {Number}", Read, OwnThread.DeepStack);
        }
        catch
        {
            Discard(); // nobody would ever hear of it
            throw;
        }
    }

    /// <summary>Instead of <see cref="Listen"/>: ends the process, to which nobody will listen.</summary>
    public void Discard()
    {
        Kill();
        LiveWorkers.Remove(this);
        CoreShare.OfProcess.Leave(_core);
        _started.Channel.Dispose();
    }

    /// <summary>How many jobs the worker has.</summary>
    public int InFlight
    {
        get { lock (_state) return _inFlight.Count; }
    }

    // What a long job says meanwhile is no reason to keep a core from others.
    private bool AnswerIsDue
    {
        get
        {
            lock (_state)
                return _inFlight.Count == 1 && _pace.IsEarly;
        }
    }

    /// <summary>How many bytes of jobs may wait at the worker for their turn.</summary>
    public int MostAhead => _started.Channel.MostAhead;

    /// <summary>It has no job waiting behind the one it is at, and is soon done with that one, at the pace of the last ones.</summary>
    public bool TakesNext
    {
        get
        {
            lock (_state)
                return !_gone && _inFlight.Count <= 1 && _pace.Window > 1;
        }
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

    private bool TryNote(Job[] jobs)
    {
        lock (_state)
        {
            if (_gone)
                return false;
            if (_inFlight.Count == 0)
                _core.Begin();
            try
            {
                foreach (var job in jobs)
                {
                    _inFlight.AddLast(job);
                    job.Worker = this;
                    job.Sent = job.Recalled = false;
                    job.ProcessId = ProcessId;
                    job.Call.Ports?.Attach(new ChannelPortLine(_started.Channel, FrameKind.PortToJob, job.Id, NoteShared));
                }
                if (_inFlight.First == jobs[0])
                    StartClock(jobs[0], Stopwatch.GetTimestamp());
            }
            catch
            {
                // The user's clock. The jobs are the caller's as before, and the worker is as free as it was.
                foreach (var job in jobs.Where(_inFlight.Contains))
                    Drop(job, Stopwatch.GetTimestamp());
                throw;
            }
            CallReader();
            return true;
        }
    }

    /// <summary>
    /// When a job takes long, asks those behind it back: another worker may be free for them, or they may be what
    /// it waits for. Gives whether there are any.
    /// </summary>
    public bool RecallFromBehindLongJob()
    {
        var behind = new List<(FrameKind, long)>();
        lock (_state)
        {
            if (_gone || _inFlight.Count < 2)
                return false;
            if (!_pace.IsStalled())
                return true;
            foreach (var job in _inFlight.Skip(1).Where(static j => !j.Recalled))
            {
                job.Recalled = true; // a worker that stands still need not be told again and again
                behind.Add((FrameKind.Recall, job.Id));
            }
        }
        if (behind.Count > 0)
            SendLater([.. behind]);
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

    private void StartClock(Job job, long now)
    {
        _pace.JobStarted(now);
        job.StartedAt = _rules.Time == TimeProvider.System ? now : _rules.Time.GetTimestamp();
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

    /// <summary>Ends the process at once, and says why to whoever waits for its job.</summary>
    public void EndFor(WorkerEnd end, string reason)
    {
        lock (_state)
        {
            _end ??= end;
            _reason ??= reason;
        }
        Kill();
    }

    // The worker had answered the job before, say, and ended before it looked for the next.
    private bool MovesOn(Job job)
    {
        if (job is { IsInternal: false, HasMovedOn: false, StopCause: StopCause.None } && _owner.HasOtherWorkers
            && _started.Channel.Answers is { } line && !line.HasTaken(job.SentFrom))
        {
            return job.HasMovedOn = true;
        }
        return false;
    }

    private void Bury()
    {
        CloseSending();
        Job[] left;
        lock (_state)
        {
            _gone = true;
            _timeout?.Dispose();
            left = _inFlight.TakeAll();
        }
        var running = left is [{ Sent: true } first, ..] && !MovesOn(first) ? first : null;
        RanJobAtEnd = running is not null;
        var unstarted = running is null ? left : left[1..];
        foreach (var job in left)
            job.Call.Ports?.Detach();
        foreach (var job in unstarted)
            job.Worker = null;
        _owner.Lost(this, unstarted);

        var exitCode = _started.WaitForExit();
        LockFrames.PartyGone(Number);
        if (running is not null)
        {
            running.Worker = null;
            _owner.Crashed(this, running, new WorkerCrashedException(ProcessId, exitCode, LastWords, _end, _reason));
        }
        LiveWorkers.Remove(this);
        CoreShare.OfProcess.Leave(_core);
        _started.Channel.Dispose();
        _started.Process.Dispose();
        _exit.SetResult(exitCode);
    }
}
