// Record writes to the dictionary while it holds only the read lock, which many threads can hold at once. difficulty: medium
namespace Cases.U353;

public sealed class ScoreTable : IDisposable
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, int> _best = [];

    public int BestOf(string player)
    {
        _rw.EnterReadLock();
        try
        {
            return _best.GetValueOrDefault(player);
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    public void Record(string player, int score)
    {
        _rw.EnterReadLock(); // expect: LOCK_MISUSE?
        try
        {
            if (score > _best.GetValueOrDefault(player)) // expect: INCONSISTENT_LOCK?, RACE?
            {
                _best[player] = score; // expect: INCONSISTENT_LOCK, RACE?
            }
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    public void Dispose() => _rw.Dispose();
}
