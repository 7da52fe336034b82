using System.Threading.Channels;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>A chunk of inputs on its way, or ready.</summary>
internal sealed record Chunk<T, TResult>(ArraySegment<T> Inputs, ChunkJob<TResult> Job, ArraySegment<TResult> Place);

/// <summary>The chunks of a map that are on their way or ready. Used by one enumeration, so by one thread at a time.</summary>
internal sealed class ChunkWindow<T, TResult>(bool ordered)
{
    private readonly LinkedList<Chunk<T, TResult>> _chunks = [];
    private readonly Channel<LinkedListNode<Chunk<T, TResult>>>? _ready = ordered ? null : Channel.CreateUnbounded<LinkedListNode<Chunk<T, TResult>>>();

    public int Count => _chunks.Count;

    /// <param name="chunk">The chunk.</param>
    /// <param name="first">Its results come before those of all others: it is the rest of one that was taken.</param>
    public void Add(Chunk<T, TResult> chunk, bool first)
    {
        var node = first ? _chunks.AddFirst(chunk) : _chunks.AddLast(chunk);
        if (_ready is not null)
            _ = Announce(_ready, node);
    }

    /// <summary>Waits for the next chunk and takes it out.</summary>
    public async ValueTask<Chunk<T, TResult>> TakeAsync()
    {
        var node = _ready is null ? _chunks.First! : await _ready.Reader.ReadAsync().ConfigureAwait(false);
        await ((Task)node.Value.Job.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _chunks.Remove(node);
        return node.Value;
    }

    /// <summary>The jobs whose results nobody took.</summary>
    public IEnumerable<Job> Rest() => _chunks.Select(c => c.Job);

    private static async Task Announce(Channel<LinkedListNode<Chunk<T, TResult>>> ready, LinkedListNode<Chunk<T, TResult>> node)
    {
        await ((Task)node.Value.Job.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ready.Writer.TryWrite(node);
    }
}
