// The loaded flag is set before the words are in the set, so a second caller skips the lock and reads a half-filled set. difficulty: medium
namespace Cases.U687;

public interface IWordSource
{
    IEnumerable<string> ReadLines();
}

public sealed class StopWords(IWordSource source)
{
    private readonly object _gate = new();
    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);
    private volatile bool _loaded;

    public bool Contains(string word)
    {
        EnsureLoaded();
        return _words.Contains(word); // expect: RACE?, INCONSISTENT_LOCK?
    }

    private void EnsureLoaded()
    {
        if (_loaded) // expect: LAZY_INIT#1
        {
            return;
        }

        lock (_gate)
        {
            if (_loaded)
            {
                return;
            }
            _loaded = true; // expect: LAZY_INIT#1
            foreach (string line in source.ReadLines())
            {
                if (line.Length > 0 && line[0] != '#')
                {
                    _words.Add(line.Trim());
                }
            }
        }
    }
}

public sealed class Tokenizer(StopWords stopWords)
{
    public string[][] TokenizeAll(IReadOnlyList<string> documents)
    {
        var tokens = new string[documents.Count][];
        Parallel.For(0, documents.Count, i => tokens[i] = Tokenize(documents[i]));
        return tokens;
    }

    private string[] Tokenize(string document) =>
        document.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => !stopWords.Contains(word))
            .ToArray();
}
