// A pure function's result: computing it twice and storing either is the same.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S004;

public sealed class Hyphenation
{
    private readonly ConcurrentDictionary<string, string> _known = new();

    public string Split(string word)
    {
        if (!_known.TryGetValue(word, out var split))
        {
            split = word.Length < 6 ? word : word.Insert(3, "-");
            _known[word] = split;
        }

        return split;
    }

    public int Length(string word)
    {
        if (_known.ContainsKey(word))
        {
            return word.Length + 1;
        }

        _known[word] = word.ToUpperInvariant();
        return word.Length;
    }
}
