// An upgradeable read lock, upgraded for the write.
namespace Cases.L029;

public sealed class Glossary
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, int> _uses = [];

    public int Use(string word)
    {
        _rw.EnterUpgradeableReadLock();
        try
        {
            _uses.TryGetValue(word, out int n);
            _rw.EnterWriteLock();
            try
            {
                return _uses[word] = n + 1;
            }
            finally
            {
                _rw.ExitWriteLock();
            }
        }
        finally
        {
            _rw.ExitUpgradeableReadLock();
        }
    }

    public void Text(string[] words) => Parallel.ForEach(words, w => Use(w));
}
