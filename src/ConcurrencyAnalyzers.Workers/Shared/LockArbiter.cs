namespace ConcurrencyAnalyzers.Workers.Shared;

/// <summary>How a process waits for a lock that is taken.</summary>
internal interface ILockLine
{
    /// <summary>The number of this process among those that may hold the lock.</summary>
    int Party { get; }

    /// <summary>Completes when this process has the lock.</summary>
    Task WaitAsync(CancellationToken cancellationToken);

    /// <summary>Gives the lock to the next in line.</summary>
    void Leave();
}

/// <summary>
/// The line of a lock, in the process that made it. Knows who waits, so a lock is handed over and a dead process is passed
/// over. Thread-safe; tells the chosen one outside of its lock.
/// </summary>
internal sealed class LockArbiter(LockWord word) : ILockLine
{
    /// <summary>The number of the main process; workers have their own numbers, which begin at 1.</summary>
    public const int Main = int.MaxValue;

    /// <summary>So many that only a broken worker stands behind them.</summary>
    private const int LongestLine = 100_000;

    private readonly object _gate = new();
    private readonly LinkedList<Waiter> _line = [];
    private bool _closed;

    public int Party => Main;

    /// <summary>How many stand in line.</summary>
    public int Waiting
    {
        get { lock (_gate) return _line.Count; }
    }

    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var source = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        var waiter = new Waiter(Main, 0, granted => source.TrySetResult(granted));
        Wait(waiter);
        using (cancellationToken.UnsafeRegister(static s =>
        {
            var (arbiter, waiter, source) = ((LockArbiter, Waiter, TaskCompletionSource<bool>))s!;
            if (arbiter.Remove(waiter))
                source.TrySetCanceled();
        }, (this, waiter, source)))
        {
            ObjectDisposedException.ThrowIf(!await source.Task.ConfigureAwait(false), typeof(SharedLock));
        }
    }

    public void Leave() => Leave(Main);

    /// <summary>Puts a process in line, or gives it the lock at once. Throws <see cref="InvalidDataException"/> for a worker that asks without end.</summary>
    public void Wait(Waiter waiter)
    {
        bool granted;
        lock (_gate)
        {
            granted = !_closed && word.TryTakeOrMark(waiter.Party);
            if (!granted && !_closed)
            {
                if (_line.Count >= LongestLine && waiter.Party != Main)
                    throw new InvalidDataException($"{LongestLine} waits stand in line for one lock.");
                _line.AddLast(waiter);
                return;
            }
        }
        waiter.Answer(granted);
    }

    /// <summary>A process gives up waiting; if it has been given the lock meanwhile, it has to leave it.</summary>
    public void GiveUp(int party, long ticket)
    {
        lock (_gate)
        {
            if (_line.FirstOrDefault(w => w.Party == party && w.Ticket == ticket) is { } waiter)
                _line.Remove(waiter);
        }
    }

    /// <summary>The holder hands the lock on. From a process that does not hold it this means nothing.</summary>
    public void Leave(int party)
    {
        Waiter? next;
        lock (_gate)
        {
            if (_closed || !word.IsHeldBy(party))
                return;
            next = HandOver();
        }
        next?.Answer(true);
    }

    /// <summary>A process is gone, for certain.</summary>
    public void Gone(int party)
    {
        Waiter? next = null;
        lock (_gate)
        {
            if (_closed)
                return;
            foreach (var waiter in _line.Where(w => w.Party == party).ToArray())
                _line.Remove(waiter);
            if (word.IsHeldBy(party))
            {
                word.NoteAbandoned();
                next = HandOver();
            }
        }
        next?.Answer(true);
    }

    public void Close()
    {
        Waiter[] left;
        lock (_gate)
        {
            _closed = true;
            left = [.. _line];
            _line.Clear();
        }
        foreach (var waiter in left)
            waiter.Answer(false);
    }

    private bool Remove(Waiter waiter)
    {
        lock (_gate)
            return _line.Remove(waiter);
    }

    private Waiter? HandOver()
    {
        var next = _line.First?.Value;
        if (next is not null)
            _line.RemoveFirst();
        word.Give(next?.Party ?? 0, waited: _line.Count > 0);
        return next;
    }

    /// <summary>Who waits.</summary>
    /// <param name="Party">The process.</param>
    /// <param name="Ticket">Its own number for this wait.</param>
    /// <param name="Answer">Told once: it has the lock, or the lock is no more. Must not block.</param>
    internal sealed record Waiter(int Party, long Ticket, Action<bool> Answer);
}
