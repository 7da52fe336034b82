// Reads under the read lock, writes under the write lock.
namespace Cases.S049;

public sealed class PhraseBook
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, string> _phrases = [];

    public string Translate(string word)
    {
        _rw.EnterReadLock();
        try
        {
            if (_phrases.TryGetValue(word, out var known))
            {
                return known;
            }
        }
        finally
        {
            _rw.ExitReadLock();
        }

        var phrase = word.ToUpperInvariant();
        _rw.EnterWriteLock();
        try
        {
            _phrases[word] = phrase;
        }
        finally
        {
            _rw.ExitWriteLock();
        }

        return phrase;
    }

    public string[] TranslateAll(string[] words)
    {
        var result = new string[words.Length];
        Parallel.For(0, words.Length, i => result[i] = Translate(words[i]));
        return result;
    }
}
