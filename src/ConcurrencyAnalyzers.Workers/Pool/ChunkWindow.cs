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

    public void Add(Chunk<T, TResult> chunk) => Watch(_chunks.AddLast(chunk));

    /// <summary>Their results come before those of all others: they are the rest of one that was taken.</summary>
    public void AddFirst(IReadOnlyList<Chunk<T, TResult>> chunks)
    {
        for (var i = chunks.Count - 1; i >= 0; i--)
            Watch(_chunks.AddFirst(chunks[i]));
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

    private void Watch(LinkedListNode<Chunk<T, TResult>> node)
    {
        if (_ready is not null)
            _ = Announce(_ready, node);
    }

    private static async Task Announce(Channel<LinkedListNode<Chunk<T, TResult>>> ready, LinkedListNode<Chunk<T, TResult>> node)
    {
        await ((Task)node.Value.Job.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ready.Writer.TryWrite(node);
    }
}
