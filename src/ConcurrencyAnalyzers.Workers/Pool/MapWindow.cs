using System.Threading.Channels;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>The jobs of a map that are under way or ready. Used by one enumeration, so by one thread at a time.</summary>
internal sealed class MapWindow<TResult>(bool ordered)
{
    private readonly LinkedList<Job<TResult>> _jobs = [];
    private readonly Channel<LinkedListNode<Job<TResult>>> _ready = Channel.CreateUnbounded<LinkedListNode<Job<TResult>>>();

    public int Count => _jobs.Count;

    public void Add(Job<TResult> job)
    {
        var node = _jobs.AddLast(job);
        if (!ordered)
            _ = Announce(node);
    }

    /// <summary>Waits for the next result; throws what its job threw.</summary>
    public async Task<TResult> TakeAsync()
    {
        var node = ordered ? _jobs.First! : await _ready.Reader.ReadAsync().ConfigureAwait(false);
        try
        {
            return await node.Value.Task.ConfigureAwait(false);
        }
        finally
        {
            _jobs.Remove(node);
        }
    }

    /// <summary>The jobs whose results nobody took.</summary>
    public IEnumerable<Job> Rest() => _jobs;

    private async Task Announce(LinkedListNode<Job<TResult>> node)
    {
        await ((Task)node.Value.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ready.Writer.TryWrite(node);
    }
}
