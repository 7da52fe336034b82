namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>
/// How many inputs travel together: so many that a chunk is about a millisecond of work, and no more than leaves each
/// worker several chunks. One at first, then more as it turns out how long they take. One thread at a time.
/// </summary>
internal sealed class ChunkSize(int workers, int? mostInFlight, long? inputs)
{
    private const int Nanoseconds = 1_000_000;
    private const int Growth = 8;

    // Chunks in flight for each worker: one that it works on, one that is on its way.
    private const int PerWorker = 2;

    // Small messages travel several at a time.
    private const int MostBytes = Worker.SmallMessage * 7 / 8;
    private const int Most = 64 * 1024;

    private int _bytesEach = 1;

    private long _left = inputs ?? long.MaxValue;

    private int _current = 1;

    /// <summary>How many chunks may be on their way or ready.</summary>
    public int Width { get; } = mostInFlight is { } most ? Math.Min(most, PerWorker * workers) : PerWorker * workers;

    /// <summary>How many inputs to take for the next chunk.</summary>
    public int Next()
    {
        var size = Math.Min(_current, mostInFlight is { } most ? Math.Max(1, most / Width) : Math.Max(1, MostBytes / _bytesEach));
        if (inputs is not null)
            size = (int)Math.Min(size, Math.Max(1, _left / (2 * Width)));
        _left -= size;
        return size;
    }

    /// <summary>Learns from a chunk on its way.</summary>
    public void NoteSent(int inputs, int bytes) => _bytesEach = Math.Max(1, bytes / inputs);

    /// <summary>Learns from what came of a chunk.</summary>
    public void NoteAnswer(int results, int bytes, int nanosecondsEach)
    {
        _bytesEach = Math.Max(_bytesEach, bytes / Math.Max(1, results));
        _current = Math.Clamp(Nanoseconds / Math.Max(1, nanosecondsEach), 1, (int)Math.Min(Most, (long)_current * Growth));
    }
}
