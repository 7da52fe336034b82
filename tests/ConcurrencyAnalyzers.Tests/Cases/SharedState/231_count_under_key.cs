// What a key leads to is found by every thread that comes with the key: counts in it are lost, lists in it broken.
using System.Collections.Concurrent;

namespace Cases.S231;

public sealed class Tally
{
    public int Hits;
}

public sealed class Tallies
{
    private readonly ConcurrentDictionary<string, Tally> _tallies = new();
    private readonly ConcurrentDictionary<string, List<int>> _lines = new();

    public void Hit(string page)
    {
        var tally = _tallies.GetOrAdd(page, _ => new Tally());
        tally.Hits++; // expect: RACE
    }

    public void Index(string[] words) => Parallel.ForEach(words, word =>
    {
        _lines.GetOrAdd(word, _ => []).Add(word.Length); // expect: RACE
    });
}
