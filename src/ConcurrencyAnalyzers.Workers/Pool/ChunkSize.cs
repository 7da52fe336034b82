namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>
/// How many inputs travel together: so many that a chunk is about a millisecond of work, and no more than leaves each
/// worker several chunks. One at first, then more as it turns out how long they take. One thread at a time.
/// </summary>
/// <param name="workers">How many there may be.</param>
/// <param name="mostInFlight">How many inputs may be on their way or ready; <see langword="null"/> for as many as it takes.</param>
/// <param name="inputs">How many there are, if that is known.</param>
/// <param name="mostBytes">How long a chunk may be.</param>
internal sealed class ChunkSize(int workers, int? mostInFlight, long? inputs, int mostBytes)
{
    /// <summary>Small messages travel several at a time.</summary>
    public const int ShortChunk = 56 * 1024;

    /// <summary>Of values that are copied once on each side, straight to where they belong, and where several such chunks are no trouble.</summary>
    public const int LongChunk = 256 * 1024;

    private const int Nanoseconds = 1_000_000;
    private const int Growth = 8;

    // Chunks for each worker: one that it works on, one that waits behind it, and those that are done before an earlier one is.
    private const int PerWorker = 4;

    // Towards the end chunks become smaller, so that all workers end together.
    private const int Smallest = 4;
    private const int Most = 64 * 1024;

    private int _bytesEach = 1;

    private long _left = inputs ?? long.MaxValue;

    private int _current = 1;
    private bool _knows;

    /// <summary>How many chunks may be on their way or ready. As long as nothing is known, one for each worker will tell.</summary>
    public int Width => _knows ? FullWidth : Math.Min(FullWidth, workers);

    private int FullWidth => mostInFlight is { } most ? Math.Min(most, PerWorker * workers) : PerWorker * workers;

    /// <summary>How many inputs to take for the next chunk.</summary>
    public int Next()
    {
        var size = Math.Min(_current, mostInFlight is { } most ? Math.Max(1, most / FullWidth) : Math.Max(1, mostBytes / _bytesEach));
        if (inputs is not null)
            size = (int)Math.Min(size, Math.Max(Smallest, _left / (2 * workers)));
        _left -= size;
        return size;
    }

    /// <summary>Learns from a chunk on its way.</summary>
    public void NoteSent(int inputs, int bytes) => _bytesEach = Math.Max(1, bytes / inputs);

    /// <summary>Learns from what came of a chunk.</summary>
    public void NoteAnswer(int results, int bytes, int nanosecondsEach)
    {
        _knows = true;
        _bytesEach = Math.Max(_bytesEach, bytes / Math.Max(1, results));
        _current = Math.Clamp(Nanoseconds / Math.Max(1, nanosecondsEach), 1, (int)Math.Min(Most, (long)_current * Growth));
    }
}
