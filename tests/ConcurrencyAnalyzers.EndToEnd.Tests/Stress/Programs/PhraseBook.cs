// CONC1001: a write under a lock that many readers hold at once
namespace Stress;

public sealed class PhraseBook
{
    private readonly ReaderWriterLockSlim _lock = new();
    private readonly Dictionary<int, int> _phrases = [];

    public void Teach(int word, int meaning)
    {
        _lock.EnterWriteLock();
        try
        {
            _phrases[word] = meaning;
        }
        finally
        {
            _lock.ExitWriteLock();
        }
    }

    public int Size()
    {
        _lock.EnterReadLock();
        try
        {
            return _phrases.Count;
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public void Guess(int word)
    {
        _lock.EnterReadLock();
        try
        {
            _phrases[word] = 0;
        }
        finally
        {
            _lock.ExitReadLock();
        }
    }

    public static int Run() => Rounds.Play(() =>
    {
        var book = new PhraseBook();
        book.Teach(0, 1);
        Parallel.For(1, 100_000, word => book.Guess(word));
        return book.Size() == 100_000;
    });
}
