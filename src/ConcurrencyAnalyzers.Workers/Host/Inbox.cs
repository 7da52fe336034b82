using System.Diagnostics.CodeAnalysis;

namespace ConcurrencyAnalyzers.Workers.Host;

/// <summary>
/// The jobs that wait in a worker, and the one that runs. The thread that reads the channel fills it and asks
/// about jobs; the main thread takes them one by one. Thread-safe.
/// </summary>
internal sealed class Inbox
{
    private readonly object _gate = new();
    private readonly LinkedList<Item> _waiting = [];
    private long _current;
    private CancellationTokenSource? _currentToken;
    private bool _closed;

    public void Add(long id, byte[] payload)
    {
        lock (_gate)
        {
            _waiting.AddLast(new Item(id, payload));
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>No more will come.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.Pulse(_gate);
        }
    }

    /// <summary>Blocks for the next job, which counts as running until <see cref="Finish"/>. <see langword="false"/> when there will be none.</summary>
    public bool TryTake([NotNullWhen(true)] out Item? item, out CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            while (_waiting.Count == 0 && !_closed)
                Monitor.Wait(_gate);
            item = _waiting.First?.Value;
            if (item is null)
            {
                cancellationToken = default;
                return false;
            }
            _waiting.RemoveFirst();
            _current = item.Id;
            _currentToken = new CancellationTokenSource();
            cancellationToken = _currentToken.Token;
            return true;
        }
    }

    /// <summary>The running job is over, though its answer has yet to go out: from here on nothing may stop it.</summary>
    public void Finish()
    {
        lock (_gate)
        {
            _current = 0;
            _currentToken = null;
        }
    }

    /// <summary>
    /// Takes a job out, if it has not started, and says so before any job behind it can start: the parent counts on
    /// answers in the order of the jobs that are left.
    /// </summary>
    public void Recall(long id, Action<long> giveBack)
    {
        lock (_gate)
        {
            for (var node = _waiting.First; node is not null; node = node.Next)
            {
                if (node.Value.Id != id)
                    continue;
                _waiting.Remove(node);
                giveBack(id);
                return;
            }
        }
    }

    public void Cancel(long id)
    {
        CancellationTokenSource? running;
        lock (_gate)
            running = _current == id ? _currentToken : null;
        // Callbacks on the token are user code: they may not hold up the thread that watches the channel.
        _ = running?.CancelAsync();
    }

    /// <summary>Runs the action if the job is the one that runs, and keeps it from ending meanwhile.</summary>
    public void IfRunning(long id, Action action)
    {
        lock (_gate)
        {
            if (_current == id)
                action();
        }
    }

    internal sealed record Item(long Id, byte[] Payload);
}
