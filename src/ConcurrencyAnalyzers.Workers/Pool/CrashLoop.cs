namespace ConcurrencyAnalyzers.Workers.Pool;

/// <summary>
/// Notices when workers die one after the other without any job coming back. The next starts then wait, longer each
/// time; and when that many had not even been given a job, waiting jobs are told instead of kept. Guarded by its owner.
/// </summary>
internal sealed class CrashLoop(TimeProvider time)
{
    private const int Patience = 2;
    private const int MostBarren = 5;

    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);

    private int _deaths;
    private int _barren;
    private long _lastDeath;

    /// <summary>How long the next start should wait.</summary>
    public TimeSpan Pause => _deaths <= Patience || IsForgotten ? TimeSpan.Zero : FirstPause * (1 << Math.Min(_deaths - Patience - 1, 6));

    /// <summary>Starting more workers makes no sense for the jobs that wait now.</summary>
    public bool IsHopeless => _barren >= MostBarren && !IsForgotten;

    /// <summary>A worker died that had brought nothing back.</summary>
    /// <param name="hadJob">It had begun with a job; that one is told, so this death served somebody.</param>
    public void NoteDeath(bool hadJob)
    {
        if (IsForgotten)
            NoteSuccess();
        _deaths++;
        _barren = hadJob ? 0 : _barren + 1;
        _lastDeath = time.GetTimestamp();
    }

    public void NoteSuccess() => _deaths = _barren = 0;

    private bool IsForgotten => time.GetElapsedTime(_lastDeath) > Memory;
}
