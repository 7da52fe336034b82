using System.Collections.Concurrent;
using ConcurrencyAnalyzers.Workers.Pool;

namespace ConcurrencyAnalyzers.Workers.Shared;

/// <summary>
/// The shared objects of this process by number. Only the process that makes an object gives it a number; a worker that
/// gets a number with an argument opens the object once and keeps it for the next job. What a worker sends back
/// is looked up and never opened. Thread-safe.
/// </summary>
internal static class SharedObjects
{
    private const int MostKept = 16;
    private const int CollectAttempts = 4;
    private static readonly TimeSpan CollectPause = TimeSpan.FromMilliseconds(100);

    private static readonly ConcurrentDictionary<long, WeakReference<SharedObject>> All = new();
    private static readonly LinkedList<SharedObject> Kept = [];
    private static long s_lastId;

    public static long NextId() => Interlocked.Increment(ref s_lastId);

    public static void Add(SharedObject value) => All[value.Id] = new WeakReference<SharedObject>(value);

    public static void Remove(long id) => All.TryRemove(id, out _);

    public static SharedObject? Find(long id) => All.TryGetValue(id, out var reference) && reference.TryGetTarget(out var value) ? value : null;

    /// <summary>The objects of one kind that this process made and still has.</summary>
    public static IEnumerable<T> Own<T>() where T : SharedObject =>
        All.Values.Select(r => r.TryGetTarget(out var value) ? value : null).OfType<T>();

    /// <summary>In a worker: the object that an argument names, opened if it is new here.</summary>
    public static T Receive<T>(long id, Func<T> open) where T : SharedObject
    {
        if (Find(id) is T known)
            return known;
        if (!WorkerContext.IsWorker)
            throw new InvalidDataException($"Shared object {id} is not one of this process.");
        var value = open();
        Add(value);
        lock (Kept)
        {
            Kept.AddLast(value);
            if (Kept.Count > MostKept)
                Kept.RemoveFirst(); // lives on as long as a job has it
        }
        return value;
    }

    /// <summary>In a worker: the maker has disposed of the object. Its memory goes back once no job has it any more.</summary>
    public static void Forget(long id)
    {
        if (!All.TryRemove(id, out var reference))
            return;
        lock (Kept)
        {
            for (var node = Kept.First; node is not null; node = node.Next)
            {
                if (node.Value.Id != id)
                    continue;
                Kept.Remove(node);
                break;
            }
        }
        // An idle worker would not collect by itself, and a view must not go while code may be in it.
        _ = Detached.Run(() => CollectAsync(reference));
    }

    private static async Task CollectAsync(WeakReference<SharedObject> reference)
    {
        for (var attempt = 0; attempt < CollectAttempts; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            if (!reference.TryGetTarget(out _))
                return;
            await Task.Delay(CollectPause).ConfigureAwait(false); // the job that has it may be about to end
        }
    }
}
