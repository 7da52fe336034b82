using System.Diagnostics.CodeAnalysis;

namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>The workers that have nothing to do, in the order in which they came to rest. Guarded by its owner.</summary>
internal sealed class IdleWorkers(TimeProvider time)
{
    private readonly LinkedList<Place> _byRest = [];
    private readonly Dictionary<Worker, LinkedListNode<Place>> _places = [];

    public int Count => _byRest.Count;

    public bool Contains(Worker worker) => _places.ContainsKey(worker);

    public void Add(Worker worker)
    {
        if (!_places.ContainsKey(worker))
            _places.Add(worker, _byRest.AddLast(new Place(worker, time.GetTimestamp())));
    }

    /// <summary>Takes the one used last: its caches are the warmest, and the others can be let go.</summary>
    public bool TryTake([NotNullWhen(true)] out Worker? worker) => TryTake(_byRest.Last, out worker);

    public bool TryTakeLongestIdle(TimeSpan atLeast, [NotNullWhen(true)] out Worker? worker)
    {
        var first = _byRest.First;
        return TryTake(first is not null && Rested(first) >= atLeast ? first : null, out worker);
    }

    /// <summary>How long until the next has rested for the given time.</summary>
    public TimeSpan TimeToNext(TimeSpan rest)
    {
        if (_byRest.First is not { } first)
            return rest;
        var wait = rest - Rested(first);
        return wait > TimeSpan.FromMilliseconds(1) ? wait : TimeSpan.FromMilliseconds(1);
    }

    public void Remove(Worker worker)
    {
        if (_places.Remove(worker, out var place))
            _byRest.Remove(place);
    }

    private TimeSpan Rested(LinkedListNode<Place> node) => time.GetElapsedTime(node.Value.Since);

    private bool TryTake(LinkedListNode<Place>? place, [NotNullWhen(true)] out Worker? worker)
    {
        worker = place?.Value.Worker;
        if (worker is null)
            return false;
        Remove(worker);
        return true;
    }

    private sealed record Place(Worker Worker, long Since);
}
