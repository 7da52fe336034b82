// A dictionary of dialect words gives every new word a page; most words are already known. difficulty: medium
namespace Cabinet.C1400;

public sealed class DialectDictionary
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, int> _pages = new(StringComparer.Ordinal);

    public int PageOf(string word)
    {
        int page;
        bool known;
        _rw.EnterReadLock();
        try
        {
            known = _pages.TryGetValue(word, out page);
            if (!known)
            {
                page = _pages.Count + 1;
            }
        }
        finally
        {
            _rw.ExitReadLock();
        }

        if (!known)
        {
            _rw.EnterWriteLock();
            try
            {
                _pages[word] = page; // expect: CHECK_THEN_ACT
            }
            finally
            {
                _rw.ExitWriteLock();
            }
        }
        return page;
    }
}
