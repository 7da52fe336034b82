namespace ConcurrencyAnalyzers.Workers.Shared;

/// <summary>The shared objects that this thread writes into a message. (On its own: each call asks, and few have any.)</summary>
internal static class SentObjects
{
    [ThreadStatic] private static List<SharedObject>? t_sent;

    /// <summary>An object is being written: it has to live until the call has ended. (A worker's lives on in its maker.)</summary>
    public static void Note(SharedObject value)
    {
        if (!WorkerContext.IsWorker)
            (t_sent ??= []).Add(value);
    }

    /// <summary>What was written on this thread since the last time.</summary>
    public static List<SharedObject>? Take()
    {
        var sent = t_sent;
        t_sent = null;
        return sent;
    }
}
