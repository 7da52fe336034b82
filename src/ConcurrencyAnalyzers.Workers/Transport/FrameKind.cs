namespace ConcurrencyAnalyzers.Workers.Transport;

/// <summary>What a frame says. Values up to 15 come from the worker, values from 16 on go to it.</summary>
internal enum FrameKind : byte
{
    /// <summary>First frame of a worker: protocol version, token, build of the library.</summary>
    Hello = 1,

    /// <summary>The job returned; the payload is its result.</summary>
    Result = 2,

    /// <summary>The job threw; the payload is the exception.</summary>
    Failure = 3,

    /// <summary>Text that the job wrote to the console; the id is 1 for output and 2 for error.</summary>
    Output = 4,

    /// <summary>The job was taken back before it started.</summary>
    Recalled = 5,

    /// <summary>From an argument that stays connected to the caller; the id is the job's. See <c>Ports</c>.</summary>
    PortToCaller = 6,

    /// <summary>A job finds a <see cref="SharedLock"/> taken and waits; the id is its ticket, the payload the lock.</summary>
    LockWait = 7,

    /// <summary>It no longer waits.</summary>
    LockGiveUp = 8,

    /// <summary>It leaves a lock that others wait for.</summary>
    LockLeave = 9,

    /// <summary>Answer to <see cref="Hello"/>.</summary>
    Welcome = 16,

    /// <summary>Gives a method a number; the id is the number.</summary>
    Define = 17,

    /// <summary>Runs a job.</summary>
    Run = 18,

    /// <summary>Trips the cancellation token of a running job.</summary>
    Cancel = 19,

    /// <summary>Asks for a job back, if it has not started.</summary>
    Recall = 20,

    /// <summary>Asks the worker to end its own process if it is still running this job.</summary>
    Kill = 21,

    /// <summary>Leave once the jobs at hand are done.</summary>
    Shutdown = 22,

    /// <summary>To an argument of a running job that stays connected to its caller; the id is the job's.</summary>
    PortToJob = 23,

    /// <summary>Answer to <see cref="LockWait"/>: the lock is the worker's, or is no more.</summary>
    LockAnswer = 24,

    /// <summary>A shared object is gone; the id is its number.</summary>
    Forget = 25,
}
