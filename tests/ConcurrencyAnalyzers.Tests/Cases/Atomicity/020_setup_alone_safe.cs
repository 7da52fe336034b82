// Filled before anybody else can know the dictionary.
using System.Collections.Concurrent;

namespace Cases.Atomicity.S020;

public sealed class Anagrams
{
    private readonly ConcurrentDictionary<string, int> _classes = new();

    public Anagrams(IEnumerable<string> words)
    {
        foreach (var word in words)
        {
            var key = string.Concat(word.Order());
            _classes[key] = _classes.TryGetValue(key, out var count) ? count + 1 : 1;
        }
    }

    public static int Largest(IEnumerable<string> words)
    {
        var classes = new ConcurrentDictionary<string, int>();
        foreach (var word in words)
        {
            var key = string.Concat(word.Order());
            if (!classes.ContainsKey(key))
                classes[key] = 0;
            classes[key]++;
        }

        return classes.Values.Max();
    }

    public int Class(string word) => _classes.GetValueOrDefault(string.Concat(word.Order()));
}
