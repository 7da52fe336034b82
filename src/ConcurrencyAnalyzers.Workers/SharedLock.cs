using System.Text.Json.Serialization;
using ConcurrencyAnalyzers.Workers.Shared;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers;

/// <summary>
/// A lock that this process and its workers take in turn. A holder that dies does not keep it: the next one gets it and is
/// told (<see cref="Lease.WasAbandoned"/>). Pass it to a job as an argument. Thread-safe, across processes too.
/// </summary>
/// <remarks>
/// Not re-entrant, and not tied to a thread, so it may be held across an await. Taking and leaving a lock that nobody else wants
/// is one atomic step in shared memory. Who finds it taken waits in a line that the main process keeps: in the order of
/// arrival, without polling, and known by process, which is why a dead one can be passed over.
/// </remarks>
[JsonConverter(typeof(SharedObjectConverterFactory))]
public sealed class SharedLock : SharedObject
{
    private readonly LockWord _word;
    private readonly ILockLine _line;

    static SharedLock() => SharedTypes.Add(new SharedObjectConverter<SharedLock>(
        static _ => 0, static (id, name, _) => new SharedLock(id, SharedBlock.Open(name, LockWord.Size))));

    /// <summary>Makes a lock.</summary>
    /// <exception cref="IOException">The system has no memory to share.</exception>
    /// <exception cref="InvalidOperationException">This process is a worker.</exception>
    public SharedLock() : base(LockWord.Size)
    {
        _word = new LockWord(Block);
        _line = new LockArbiter(_word);
    }

    internal SharedLock(long id, SharedBlock block) : base(id, block)
    {
        _word = new LockWord(block);
        _line = new WorkerLockLine(id);
    }

    /// <summary>The line of waiting, in the process that made the lock.</summary>
    internal LockArbiter Arbiter => (LockArbiter)_line;

    /// <summary>Takes the lock, blocking until it is free.</summary>
    /// <exception cref="OperationCanceledException">The token tripped first.</exception>
    /// <exception cref="ObjectDisposedException">The lock was disposed of.</exception>
    public Lease Enter(CancellationToken cancellationToken = default) =>
        TryEnter() ?? EnterAsync(cancellationToken).AsTask().GetAwaiter().GetResult();

    /// <summary>Takes the lock as soon as it is free.</summary>
    /// <exception cref="OperationCanceledException">The token tripped first.</exception>
    /// <exception cref="ObjectDisposedException">The lock was disposed of.</exception>
    public async ValueTask<Lease> EnterAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (TryEnter() is { } lease)
            return lease;
        await _line.WaitAsync(cancellationToken).ConfigureAwait(false);
        return NewLease();
    }

    /// <summary>Takes the lock if it is free at this moment, else gives <see langword="null"/>.</summary>
    public Lease? TryEnter() => _word.TryTake(_line.Party) ? NewLease() : null;

    /// <summary>In a worker: it was given to a wait that had been given up. Does not block.</summary>
    internal void LeaveUnwanted()
    {
        if (!_word.TryLeave(_line.Party))
            ((WorkerLockLine)_line).LeaveLater();
    }

    private protected override void Closing() => Arbiter.Close();

    private Lease NewLease() => new(this, _word.TakeAbandoned());

    private void Leave()
    {
        if (!_word.TryLeave(_line.Party))
            _line.Leave();
    }

    /// <summary>That the lock is held; disposing leaves it.</summary>
    public sealed class Lease : IDisposable
    {
        private SharedLock? _lock;

        internal Lease(SharedLock owner, bool wasAbandoned)
        {
            _lock = owner;
            WasAbandoned = wasAbandoned;
        }

        /// <summary>
        /// The holder before died with the lock: what the lock guards may be half done. Told once, to the next holder.
        /// </summary>
        public bool WasAbandoned { get; }

        /// <summary>Leaves the lock. Further calls do nothing.</summary>
        public void Dispose() => Interlocked.Exchange(ref _lock, null)?.Leave();
    }
}
