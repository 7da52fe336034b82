// The state is changed under the read lock, which many threads hold at once.
namespace Cases.S048;

public sealed class PhraseBook
{
    private readonly ReaderWriterLockSlim _rw = new();
    private readonly Dictionary<string, string> _phrases = [];

    public string Translate(string word)
    {
        _rw.EnterReadLock();
        try
        {
            if (!_phrases.TryGetValue(word, out var phrase)) // expect: RACE#1
            {
                phrase = word.ToUpperInvariant();
                _phrases[word] = phrase; // expect: RACE#1
            }

            return phrase;
        }
        finally
        {
            _rw.ExitReadLock();
        }
    }

    public string[] TranslateAll(string[] words)
    {
        var result = new string[words.Length];
        Parallel.For(0, words.Length, i => result[i] = Translate(words[i]));
        return result;
    }
}
